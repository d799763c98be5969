import { isAtLeast, type Release } from '../../../kubernetes/release';

/** Whether a file is one of those that `--config-dir` takes in: `kubelet.conf.d/20-node.conf`. */
export function isDropIn(path: string): boolean {
  return /\.d\/[^/]+\.conf$/.test(path);
}

/** Whether the kubelet drops an unknown field without a message (config-strictness.md `str.k.unknown.old`, `str.d.merge`). */
export function isSilent(path: string, release: Release): boolean {
  return !isAtLeast(release, '1.17') || (isDropIn(path) && isAtLeast(release, '1.29'));
}

/** Whether drop-ins are read without regard to letter case (config-strictness.md `str.d.merge`). */
export function isMatchedAnyCase(release: Release): boolean {
  return isAtLeast(release, '1.29');
}
