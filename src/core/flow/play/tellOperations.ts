import type { TimelineEvent } from '../timeline';
import type { Told } from './draftStep';

/** The control plane comes back at another release. */
export function tellUpgrade({ kind, actor, details }: TimelineEvent): Told | undefined {
  if (kind !== 'start' || (actor !== 'kube-apiserver' && actor !== 'kube-controller-manager')) return undefined;
  const params = { component: actor, release: String(details.release) };
  return { step: 'kubelet-start', from: actor, to: actor, text: 'upgraded', params };
}

/** Somebody ends the kubelet, or switches the node off. */
export function tellStopped({ message }: TimelineEvent): Told {
  return {
    step: 'expire',
    from: 'kubelet',
    to: 'kubelet',
    text: 'stopped',
    params: { what: message },
    result: 'waits',
  };
}

/** Somebody deletes a file of the node; files that the kubelet itself removes are no step. */
export function tellRemoved({ kind, details }: TimelineEvent): Told | undefined {
  if (kind !== 'file-remove' || details.by !== 'admin') return undefined;
  const file = typeof details.path === 'string' ? details.path : '';
  return { step: 'expire', from: 'files', to: 'files', text: 'file-removed', params: { file }, result: 'waits' };
}
