import type { Cluster, KubeletInView } from '../cluster/cluster';
import type { SourceOrigin } from '../cluster/setting';
import type { DraftRelated } from './rule';

/** Returns whether it is known that this kubelet gets its certificate by bootstrapping. */
export function bootstraps(kubelet: KubeletInView): boolean {
  return kubelet.bootstrapKubeconfig.state === 'set';
}

/** Returns the place that says so as a related place; `message` names one of the rule's texts. */
export function bootstrapPlace(kubelet: KubeletInView, message: string): readonly DraftRelated[] {
  const { bootstrapKubeconfig } = kubelet;
  return bootstrapKubeconfig.state === 'set' ? [{ ...bootstrapKubeconfig.origin, message }] : [];
}

const BOOTSTRAP_ROLE =
  /^system:(?:node-bootstrapper|certificates\.k8s\.io:certificatesigningrequests:(?:nodeclient|selfnodeclient))$/;

/** Returns a place which says that nodes of this cluster get their certificates by bootstrapping; undefined when none does. */
export function evidenceOfBootstrapping({ kubelets, rbac, files }: Cluster): SourceOrigin | undefined {
  const setting = kubelets.find(bootstraps)?.bootstrapKubeconfig;
  if (setting?.state === 'set') return setting.origin;
  const binding = rbac.bindings.find(({ value }) => BOOTSTRAP_ROLE.test(value.roleRef.name.value));
  if (binding) return { path: binding.path, range: binding.value.name.range };
  for (const { source, documents } of files) {
    const token = documents.find(({ type }) => type === 'bootstrap-token');
    if (token) return { path: source.path, range: token.range };
  }
  return undefined;
}
