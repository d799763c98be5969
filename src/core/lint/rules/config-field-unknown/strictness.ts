import { isAtLeast, type Release } from '../../../kubernetes/release';
import type { LackedField } from './lackedField';

/** Whether a file is one of those that `--config-dir` takes in: `kubelet.conf.d/20-node.conf`. */
function isDropIn({ path, document }: LackedField): boolean {
  return document.type === 'kubelet-configuration' && /\.d\/[^/]+\.conf$/.test(path);
}

/**
 * Whether the program drops an unknown field without a message (config-strictness.md `str.k.unknown.old`, `str.d.merge`,
 * `str.a.unknown.old`, `str.a.case.old`).
 */
export function isSilent(lacked: LackedField, release: Release, isCase: boolean): boolean {
  if (lacked.document.type === 'kubeadm') return !isAtLeast(release, isCase ? '1.24' : '1.13');
  return !isAtLeast(release, '1.17') || (isDropIn(lacked) && isAtLeast(release, '1.29'));
}

/** Whether names are read without regard to letter case (config-strictness.md `str.d.merge`); kubeadm before 1.11 was not run. */
export function isMatchedAnyCase(lacked: LackedField, release: Release): boolean {
  if (lacked.document.type === 'kubeadm') return !isAtLeast(release, '1.11');
  return isDropIn(lacked) && isAtLeast(release, '1.29');
}
