/**
 * Where a machine keeps what configures its node and control plane: folders of the Filesystem Hierarchy Standard and of
 * systemd.unit(5), and those that Kubernetes' own packages and kubeadm write.
 */
export const machinePlaces: readonly string[] = [
  'etc/systemd/system',
  'run/systemd/system',
  'usr/lib/systemd/system',
  'usr/local/lib/systemd/system',
  'lib/systemd/system',
  'etc/default',
  'etc/sysconfig',
  'etc/kubernetes',
  'opt/kubernetes',
  'usr/lib/kubelet',
  'var/lib/kubelet',
  'var/lib/kubernetes',
];

/** Where a file lies on the machine whose file system its tree is laid out like. */
export interface PlaceOnMachine {
  /** The folder of the tree; '' when the path begins with it. */
  readonly root: string;
  /** Its path on the machine: `/etc/kubernetes/kubelet.conf`. */
  readonly path: string;
}

/** Returns where a file lies on its machine; undefined when its path is not laid out like a machine's. */
export function placeOnMachine(path: string): PlaceOnMachine | undefined {
  const root = machineRootOf(path);
  return root === undefined ? undefined : { root, path: `/${path.slice(root.length).replace(/^\/+/, '')}` };
}

/**
 * Returns the folder below which a path is laid out like the file system of a machine: `node-1` for
 * `node-1/etc/systemd/system/kubelet.service`, '' when it is the beginning of the path; undefined when it is not laid out like
 * one. Files with the same folder are one machine's. Of places within places, as in a backup, the innermost counts.
 */
export function machineRootOf(path: string): string | undefined {
  const below = `/${path}`;
  let root: { readonly start: number; readonly end: number } | undefined;
  for (const place of machinePlaces) {
    const start = below.lastIndexOf(`/${place}/`);
    const end = start + place.length;
    const isFurther = root === undefined || end > root.end || (end === root.end && start < root.start);
    if (start >= 0 && isFurther) root = { start, end };
  }
  return root && below.slice(1, Math.max(root.start, 1));
}
