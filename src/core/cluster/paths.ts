/** Returns the parts of a path or URI between slashes, forward or backward, without empty ones and `.`. */
export function segmentsOf(path: string): readonly string[] {
  return path.split(/[/\\]/).filter((segment) => segment !== '' && segment !== '.');
}

/** Returns the last part of a path. */
export function baseName(path: string): string {
  return segmentsOf(path).at(-1) ?? '';
}

/** The folders a file lies in, from the root of what is in view. */
export type Folders = readonly string[];

/** Returns the folders of a path. */
export function foldersOf(path: string): Folders {
  return segmentsOf(path).slice(0, -1);
}

/** Returns how many folders two files have in common from the root of what is in view. */
export function nearness(path: string, other: string): number {
  return sharedFolders(foldersOf(path), foldersOf(other));
}

/** As `nearness`, for folders that are at hand. */
export function sharedFolders(folders: Folders, others: Folders): number {
  let shared = 0;
  while (shared < folders.length && folders[shared] === others[shared]) shared += 1;
  return shared;
}

/** Returns how many parts at the end of two paths are the same; 0 when their file names differ. */
export function commonEnd(path: string, other: string): number {
  return sharedEnd(segmentsOf(path), segmentsOf(other));
}

/** As `commonEnd`, for parts that are at hand. */
export function sharedEnd(segments: readonly string[], others: readonly string[]): number {
  const most = Math.min(segments.length, others.length);
  let shared = 0;
  while (shared < most && segments[segments.length - 1 - shared] === others[others.length - 1 - shared]) shared += 1;
  return shared;
}
