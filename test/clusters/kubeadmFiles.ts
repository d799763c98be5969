import { dump } from 'js-yaml';

import { isAtLeast, type Release } from '../../src/core/kubernetes/release';
import type { Files } from '../rules/examples';
import type { ClusterPlan, ComponentPlan } from './clusterPlan';

type Entries = readonly (readonly [name: string, value: string])[];

const BOOTSTRAP = '/etc/kubernetes/bootstrap-kubelet.conf';
const KUBECONFIG = '/etc/kubernetes/kubelet.conf';

/** Returns a cluster as kubeadm's own file and what kubeadm leaves on a node (kubernetes cmd/kubeadm, its packages). */
export function kubeadmFiles(plan: ClusterPlan): Files {
  const { configuration, kubeconfig, documents } = plan;
  return new Map([
    ['kubeadm.yaml', kubeadmFile(plan)],
    ['usr/lib/systemd/system/kubelet.service', UNIT],
    ['usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf', DROP_IN],
    ['var/lib/kubelet/kubeadm-flags.env', `KUBELET_KUBEADM_ARGS="${nodeFlags(plan.components.kubelet).join(' ')}"\n`],
    ['etc/default/kubelet', 'KUBELET_EXTRA_ARGS=\n'],
    ['var/lib/kubelet/config.yaml', dump(configuration)],
    [BOOTSTRAP.slice(1), dump(plan.bootstrapKubeconfig)],
    ...(kubeconfig ? [[KUBECONFIG.slice(1), dump(kubeconfig)] as const] : []),
    ...(documents.length > 0 ? [['approver.yaml', documents.map((one) => dump(one)).join('---\n')] as const] : []),
  ]);
}

const UNIT = `[Unit]
Description=kubelet: The Kubernetes Node Agent
Wants=network-online.target
After=network-online.target

[Service]
ExecStart=/usr/bin/kubelet
Restart=always
StartLimitInterval=0
RestartSec=10

[Install]
WantedBy=multi-user.target
`;

const DROP_IN = `# This drop-in only works with kubeadm and kubelet v1.11+
[Service]
Environment="KUBELET_KUBECONFIG_ARGS=--bootstrap-kubeconfig=${BOOTSTRAP} --kubeconfig=${KUBECONFIG}"
Environment="KUBELET_CONFIG_ARGS=--config=/var/lib/kubelet/config.yaml"
# written by kubeadm init and kubeadm join
EnvironmentFile=-/var/lib/kubelet/kubeadm-flags.env
# the last resort of the user
EnvironmentFile=-/etc/default/kubelet
ExecStart=
ExecStart=/usr/bin/kubelet $KUBELET_KUBECONFIG_ARGS $KUBELET_CONFIG_ARGS $KUBELET_KUBEADM_ARGS $KUBELET_EXTRA_ARGS
`;

function nodeFlags(kubelet: ComponentPlan): readonly string[] {
  const own = ['bootstrap-kubeconfig', 'kubeconfig', 'config'];
  return entriesOf(kubelet)
    .filter(([name]) => !own.includes(name))
    .map(([name, value]) => `--${name}=${value}`);
}

function entriesOf({ flags, gates, words }: ComponentPlan): Entries {
  const list = Object.entries(gates).map(([name, value]) => `${name}=${value}`);
  return [
    ...Object.entries(flags),
    ...(list.length > 0 ? [['feature-gates', list.join(',')] as const] : []),
    ...words.map((word) => {
      const [name = '', value = ''] = word.replace(/^--/, '').split('=');
      return [name, value] as const;
    }),
  ];
}

/** 1.11 has one kind for everything; up to 1.12 arguments stand beside the components, and v1beta4 has lists for maps. */
function kubeadmFile({ release, components, bootstrapKubeconfig }: ClusterPlan): string {
  const apiVersion = `kubeadm.k8s.io/${versionOf(release)}`;
  const kubernetesVersion = `v${release}.1`;
  const token = /token: (\w{6}\.\w{16})/.exec(dump(bootstrapKubeconfig))?.[1];
  const init = token !== undefined && { bootstrapTokens: [{ token, ttl: '24h0m0s' }] };
  const args = argumentsOf(components, release);
  if (!isAtLeast(release, '1.12'))
    return dump({ apiVersion, kind: 'MasterConfiguration', kubernetesVersion, ...args, ...init });
  const cluster = { apiVersion, kind: 'ClusterConfiguration', kubernetesVersion, ...args };
  return `${dump(cluster)}---\n${dump({ apiVersion, kind: 'InitConfiguration', ...init })}`;
}

function argumentsOf(components: ClusterPlan['components'], release: Release): Readonly<Record<string, unknown>> {
  const of = (component: ComponentPlan): unknown => extraArgs(entriesOf(component), release);
  const apiServer = of(components['kube-apiserver']);
  const controllerManager = of(components['kube-controller-manager']);
  return isAtLeast(release, '1.13')
    ? { apiServer: { extraArgs: apiServer }, controllerManager: { extraArgs: controllerManager } }
    : { apiServerExtraArgs: apiServer, controllerManagerExtraArgs: controllerManager };
}

function versionOf(release: Release): string {
  if (isAtLeast(release, '1.31')) return 'v1beta4';
  if (isAtLeast(release, '1.22')) return 'v1beta3';
  if (isAtLeast(release, '1.13')) return isAtLeast(release, '1.15') ? 'v1beta2' : 'v1beta1';
  return isAtLeast(release, '1.12') ? 'v1alpha3' : 'v1alpha2';
}

/** A map holds a name once: what comes first stays. */
function extraArgs(entries: Entries, release: Release): unknown {
  if (isAtLeast(release, '1.31')) return entries.map(([name, value]) => ({ name, value }));
  return Object.fromEntries([...entries].reverse());
}
