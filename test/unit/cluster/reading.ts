import { buildCluster } from '../../../src/core/cluster/buildCluster';
import type { Cluster, KubeletInView } from '../../../src/core/cluster/cluster';
import { readFile } from '../../../src/core/documents/readFile';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import type { Release } from '../../../src/core/kubernetes/release';
import { SourceText } from '../../../src/core/text/sourceText';

export const kubernetes = createKubernetes(kubernetesData);

export const BOOT = '--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig';
export const KUBECONFIG = '--kubeconfig=/etc/kubernetes/kubelet.kubeconfig';

/** Returns a unit whose command is given, with lines of its `[Service]` section in front. */
export function unit(command: string, ...lines: readonly string[]): string {
  return ['[Unit]', 'Description=a component', '', '[Service]', ...lines, `ExecStart=${command}`, ''].join('\n');
}

/** Returns a KubeletConfiguration with more lines. */
export function configuration(...lines: readonly string[]): string {
  return ['apiVersion: kubelet.config.k8s.io/v1beta1', 'kind: KubeletConfiguration', ...lines, ''].join('\n');
}

/** Returns the cluster of files given by path. */
export function clusterOf(files: Readonly<Record<string, string>>, target: Release | 'auto' = '1.22'): Cluster {
  const parsed = Object.entries(files).map(([path, text]) => readFile(new SourceText(path, text)));
  return buildCluster(parsed, { target, kubernetes });
}

/** Returns the only kubelet of the files. */
export function kubeletOf(files: Readonly<Record<string, string>>, target: Release | 'auto' = '1.22'): KubeletInView {
  const { kubelets } = clusterOf(files, target);
  const [kubelet] = kubelets;
  if (!kubelet || kubelets.length > 1) throw new Error(`${String(kubelets.length)} kubelets in view`);
  return kubelet;
}

/** Returns a setting's state with its value, as one text. */
export function shown(setting: { readonly state: string; readonly value?: unknown }): string {
  return setting.state === 'unknown' ? 'unknown' : `${setting.state} ${String(setting.value)}`;
}
