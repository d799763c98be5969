/** Returns the parts of a path or URI between slashes, forward or backward, without empty ones and `.`. */
export function segmentsOf(path: string): readonly string[] {
  return path.split(/[/\\]/).filter((segment) => segment !== '' && segment !== '.');
}

/** Returns the last part of a path. */
export function baseName(path: string): string {
  return segmentsOf(path).at(-1) ?? '';
}

/** Returns how many folders two files have in common from the root of what is in view. */
export function nearness(path: string, other: string): number {
  const folders = segmentsOf(path).slice(0, -1);
  const others = segmentsOf(other).slice(0, -1);
  const parted = folders.findIndex((folder, index) => folder !== others[index]);
  return parted === -1 ? folders.length : parted;
}

/** Returns how many parts at the end of two paths are the same; 0 when their file names differ. */
export function commonEnd(path: string, other: string): number {
  const segments = [...segmentsOf(path)].reverse();
  const others = [...segmentsOf(other)].reverse();
  const parted = segments.findIndex((segment, index) => segment !== others[index]);
  return parted === -1 ? segments.length : parted;
}

/** What a path written in one file may stand for among the files in view. */
export type PathMatch<T> =
  | { readonly type: 'found'; readonly item: T }
  | { readonly type: 'missing' }
  /** Several files fit equally well: joining one of them would be a guess. */
  | { readonly type: 'several'; readonly paths: readonly string[] };

export interface PathQuery {
  /** The path as written, `/etc/kubernetes/kubelet`. */
  readonly written: string;
  /** The file it is written in. */
  readonly from: string;
  /** Files like `from`; a candidate that stands nearer to one of them belongs to that one. */
  readonly rivals: readonly string[];
}

/**
 * Returns the file in view that a path on a node names: same file name, then the longest common end, then the nearest
 * to the file that names it.
 */
export function matchPath<T extends { readonly path: string }>(
  query: PathQuery,
  candidates: readonly T[],
): PathMatch<T> {
  const name = baseName(query.written);
  const ranked = candidates
    .filter(({ path }) => name !== '' && path.endsWith(name) && baseName(path) === name)
    .map((item) => ({ item, end: commonEnd(query.written, item.path), near: nearness(query.from, item.path) }))
    .sort((a, b) => b.end - a.end || b.near - a.near);
  const best = ranked.find(({ item }) => isOurs(query, item.path));
  if (!best) return { type: 'missing' };
  const equals = ranked.filter(({ end, near }) => end === best.end && near === best.near);
  const ours = equals.filter((equal) => equal === best || isOurs(query, equal.item.path));
  if (ours.length > 1) return { type: 'several', paths: ours.map(({ item }) => item.path) };
  return { type: 'found', item: best.item };
}

function isOurs({ from, rivals }: PathQuery, path: string): boolean {
  const near = nearness(from, path);
  return rivals.every((rival) => nearness(rival, path) <= near);
}
