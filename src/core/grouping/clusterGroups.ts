import { readGlob, searchedGlob, type Glob, type GlobProblem } from './glob';

/** Files that form one cluster because somebody said so. */
export interface ClusterGroup {
  readonly name: string;
  /** The patterns that could be read, as the editor's search takes them. */
  readonly patterns: readonly string[];
  /** Returns whether a file belongs to the cluster by its path below the folder of the setting. */
  readonly holds: Glob;
}

/** What is wrong with the list of clusters. What is right in it holds nevertheless. */
export type GroupProblem =
  | { readonly type: 'noList' }
  /** Position in the list, counted from 1. */
  | { readonly type: 'noName'; readonly position: number }
  | { readonly type: 'nameTwice'; readonly name: string }
  | { readonly type: 'noFiles'; readonly name: string }
  | { readonly type: 'noText'; readonly name: string }
  | { readonly type: GlobProblem; readonly name: string; readonly pattern: string };

export interface ClusterGroups {
  readonly groups: readonly ClusterGroup[];
  readonly problems: readonly GroupProblem[];
}

/** Reads a list of `{ name, files: [patterns] }`; no groups of a value that is not there. */
export function readClusterGroups(value: unknown): ClusterGroups {
  if (value === undefined || value === null) return { groups: [], problems: [] };
  if (!Array.isArray(value)) return { groups: [], problems: [{ type: 'noList' }] };
  const groups: ClusterGroup[] = [];
  const problems: GroupProblem[] = [];
  for (const [index, entry] of (value as readonly unknown[]).entries()) {
    const { name, files } = isRecord(entry) ? entry : {};
    if (typeof name !== 'string' || name.trim() === '') problems.push({ type: 'noName', position: index + 1 });
    else if (groups.some((group) => group.name === name)) problems.push({ type: 'nameTwice', name });
    else groups.push(readGroup(name, files, problems));
  }
  return { groups, problems };
}

/** Returns the names of all groups that hold a file, in the order of the list: the first one counts. */
export function groupsHolding(path: string, groups: readonly ClusterGroup[]): readonly string[] {
  return groups.flatMap(({ name, holds }) => (holds(path) ? [name] : []));
}

function readGroup(name: string, files: unknown, problems: GroupProblem[]): ClusterGroup {
  const given: unknown = typeof files === 'string' ? [files] : files;
  if (!Array.isArray(given) || given.length === 0) problems.push({ type: 'noFiles', name });
  const read: { readonly pattern: string; readonly glob: Glob }[] = [];
  for (const pattern of Array.isArray(given) ? (given as readonly unknown[]) : []) {
    const glob = typeof pattern === 'string' ? readGlob(pattern) : undefined;
    if (typeof pattern !== 'string') problems.push({ type: 'noText', name });
    else if (typeof glob === 'function') read.push({ pattern, glob });
    else if (glob) problems.push({ type: glob, name, pattern });
  }
  return {
    name,
    patterns: read.map(({ pattern }) => searchedGlob(pattern)),
    holds: (path) => read.some(({ glob }) => glob(path)),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
