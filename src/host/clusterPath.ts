import { machineRootOf } from '../core/grouping/machineTree';

/**
 * Returns the path of the folder whose files form a cluster with a file: the one above a tree that is laid out like a machine,
 * else its own, and for a drop-in in `kubelet.service.d` the folder of the unit, unless that is above the opened folder
 * `root`.
 */
export function clusterPathOf(file: string, root: string): string {
  const opened = withoutSlash(root);
  const machine = machineRootOf(file.slice(opened.length).replace(/^\//, ''));
  if (machine !== undefined) return machine === '' ? opened : `${opened === '/' ? '' : opened}/${machine}`;
  const folder = parentOf(file);
  return isDropInFolder(folder) && folder !== opened ? parentOf(folder) : folder;
}

/** Returns whether a folder holds systemd drop-ins of a unit beside it. */
export function isDropInFolder(path: string): boolean {
  return /\.d\/?$/.test(path);
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
