import type { Cluster, ComponentInView, KubeletInView } from '../../cluster/cluster';
import { valueIn, type Setting, type SourceOrigin } from '../../cluster/setting';
import type { Behaviour } from '../behaviour';
import { behaviourOf } from '../behaviour';
import type { WhatIf } from './whatIf';

/** Returns the toggle of a boolean setting of the kubelet, by flag or by configuration. */
export function kubeletSwitch(
  setting: 'rotateCertificates' | 'serverTLSBootstrap',
  counts: (behaviour: Behaviour) => boolean,
): WhatIf {
  const turned = (kubelet: KubeletInView): boolean => valueIn(kubelet[setting]) !== true;
  return {
    exists: (release) => counts(behaviourOf(release)),
    instead: ({ kubelets: [kubelet] }) => kubelet && set(setting, String(turned(kubelet))),
    apply: (cluster) =>
      withKubelet(cluster, (kubelet) => ({ ...kubelet, [setting]: written(turned(kubelet), kubelet) })),
  };
}

/** Returns the toggle of a feature gate of the kubelet. */
export function kubeletGate(gate: string, counts: (behaviour: Behaviour) => boolean): WhatIf {
  const turned = (kubelet: KubeletInView): boolean => valueIn(kubelet.gate(gate)) !== true;
  return {
    exists: (release) => counts(behaviourOf(release)),
    instead: ({ kubelets: [kubelet] }) => kubelet && set(gate, String(turned(kubelet))),
    apply: (cluster) =>
      withKubelet(cluster, (kubelet) => ({
        ...kubelet,
        gate: (name) => (name === gate ? written(turned(kubelet), kubelet) : kubelet.gate(name)),
      })),
  };
}

/** Returns the toggle that takes csrapproving out of the controllers, or puts all of them back. */
export function csrapproving(): WhatIf {
  const turned = (manager: ComponentInView): string =>
    (valueIn(manager.flag('controllers')) ?? '*').includes('-csrapproving') ? '*' : '*,-csrapproving';
  return {
    exists: (release) => behaviourOf(release).clientApproval === 'subject-access-review',
    instead: ({ controllerManager }) => controllerManager && set('--controllers', turned(controllerManager)),
    apply: (cluster) => {
      const { controllerManager: manager } = cluster;
      if (!manager) return cluster;
      const flag = (name: string): Setting<string> =>
        name === 'controllers' ? written(turned(manager), manager) : manager.flag(name);
      return { ...cluster, controllerManager: { ...manager, flag } };
    },
  };
}

function set(setting: string, value: string): ReturnType<WhatIf['instead']> {
  return { id: 'flow.whatIf.set', params: { setting, value } };
}

function withKubelet(cluster: Cluster, change: (kubelet: KubeletInView) => KubeletInView): Cluster {
  const [kubelet, ...others] = cluster.kubelets;
  return kubelet ? { ...cluster, kubelets: [change(kubelet), ...others] } : cluster;
}

function written<T>(value: T, component: ComponentInView): Setting<T> {
  return { state: 'set', value, origin: placeOf(component) };
}

/** A setting that stands nowhere yet would stand on the command line. */
function placeOf({ commandLines, path }: ComponentInView): SourceOrigin {
  const line = commandLines.at(-1);
  return line ? { path: line.path, range: line.value.headRange } : { path, range: { start: 0, end: 0 } };
}
