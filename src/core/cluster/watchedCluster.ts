import type { Cluster, ComponentInView, KubeletInView } from './cluster';
import type { Setting } from './setting';

/** A setting of a component that somebody has asked for. */
export interface AskedSetting {
  /** As it is in the cluster that is watched. */
  readonly component: ComponentInView;
  /** A flag without dashes, which of a kubelet stands for its configuration field as well, or a feature gate. */
  readonly name: string;
  readonly setting: Setting<string | boolean>;
}

type Tell = (asked: AskedSetting) => void;

/** Returns the same cluster, which tells of every setting that is asked for. Its components are others to compare with. */
export function watchedCluster(cluster: Cluster, tell: Tell): Cluster {
  return {
    ...cluster,
    kubelets: cluster.kubelets.map((kubelet) => watchedKubelet(kubelet, tell)),
    controllerManager: cluster.controllerManager && watched(cluster.controllerManager, tell),
    controllerManagers: cluster.controllerManagers.map((component) => watched(component, tell)),
    apiServer: cluster.apiServer && watched(cluster.apiServer, tell),
    apiServers: cluster.apiServers.map((component) => watched(component, tell)),
  };
}

function watched(component: ComponentInView, tell: Tell): ComponentInView {
  const told = <T extends string | boolean>(name: string, setting: Setting<T>): Setting<T> => {
    tell({ component, name, setting });
    return setting;
  };
  return {
    ...component,
    flags: (name) => {
      told(name, component.flag(name));
      return component.flags(name);
    },
    flag: (name) => told(name, component.flag(name)),
    gate: (name) => told(name, component.gate(name)),
  };
}

function watchedKubelet(kubelet: KubeletInView, tell: Tell): KubeletInView {
  const told = <T extends string | boolean>(name: string, setting: Setting<T>): Setting<T> => {
    tell({ component: kubelet, name, setting });
    return setting;
  };
  return {
    ...watched(kubelet, tell),
    component: 'kubelet',
    configuration: kubelet.configuration,
    configurations: kubelet.configurations,
    effective: (flag) => told(flag, kubelet.effective(flag)),
    get bootstrapKubeconfig() {
      return told('bootstrap-kubeconfig', kubelet.bootstrapKubeconfig);
    },
    get kubeconfig() {
      return told('kubeconfig', kubelet.kubeconfig);
    },
    get certificateDirectory() {
      return told('cert-dir', kubelet.certificateDirectory);
    },
    get rotateCertificates() {
      return told('rotate-certificates', kubelet.rotateCertificates);
    },
    get serverTLSBootstrap() {
      return told('rotate-server-certificates', kubelet.serverTLSBootstrap);
    },
    get tlsCertFile() {
      return told('tls-cert-file', kubelet.tlsCertFile);
    },
    get nodeName() {
      return told('hostname-override', kubelet.nodeName);
    },
  };
}
