import type { Cluster } from './cluster';

/** One year: how long certificates live when no flag says otherwise (behaviour `sign.default`). */
export const DEFAULT_SIGNING_DURATION = '8760h';

/**
 * Returns how long the certificates of this cluster live, as written for kube-controller-manager, or the default when it
 * is not written or not in view.
 */
export function signingDuration({ controllerManager }: Cluster): string {
  const names = ['cluster-signing-duration', 'experimental-cluster-signing-duration'];
  const settings = names.flatMap((name) => controllerManager?.flag(name) ?? []);
  const written = settings.find((setting) => setting.state === 'set' && setting.value !== '');
  return written?.state === 'set' ? written.value : DEFAULT_SIGNING_DURATION;
}
