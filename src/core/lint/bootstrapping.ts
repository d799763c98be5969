import type { KubeletInView } from '../cluster/cluster';
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
