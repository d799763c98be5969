import type { ApiVersionChange, ApiVersionData, ApiVersionsData } from './data';
import { minorOf, releaseOf, type Release } from './release';

/** An apiVersion to move to. */
export interface ApiVersionSuccessor {
  readonly apiVersion: string;
  /** Changing apiVersion alone keeps the meaning: always, never, or while all `conditions` hold. */
  readonly bump: 'safe' | 'unsafe' | 'conditional';
  readonly conditions: readonly string[];
  /** Why the bump alone is or is not enough, one reason a step. */
  readonly why: readonly string[];
}

/** A kind in one apiVersion as one release sees it. */
export interface ApiVersionLife {
  /** `off`: known, but served only after `--runtime-config`. `unknown`: no release has the kind in this apiVersion. */
  readonly state: 'served' | 'deprecated' | 'off' | 'removed' | 'not-yet' | 'unknown';
  /** The format of a file that a program reads, not an object the API server serves. */
  readonly file: boolean;
  readonly since?: Release;
  readonly deprecatedIn?: Release;
  readonly removedIn?: Release;
  /** Other apiVersions of the kind that this release takes, newest first. */
  readonly successors: readonly ApiVersionSuccessor[];
  readonly notes: readonly string[];
}

/**
 * The life of a kind in an apiVersion at a release, from the API group registrations of each release. Ends beyond the
 * newest known release are announced ones.
 */
export function apiVersionLife(
  data: ApiVersionsData,
  apiVersion: string,
  kind: string,
  release: Release,
): ApiVersionLife {
  const row = rowOf(data, apiVersion, kind);
  const successors = successorsOf(data, apiVersion, kind, minorOf(release));
  if (!row) return { state: 'unknown', file: false, successors, notes: [] };
  return {
    state: stateAt(row, minorOf(release)),
    file: row.file === true,
    since: releaseOf(row.from),
    ...(row.deprecated !== undefined && { deprecatedIn: releaseOf(row.deprecated) }),
    ...(row.removed !== undefined && { removedIn: releaseOf(row.removed) }),
    successors,
    notes: row.notes ?? [],
  };
}

/** Whether some release has the kind in this apiVersion. */
export function isListed(data: ApiVersionsData, apiVersion: string, kind: string): boolean {
  return rowOf(data, apiVersion, kind) !== undefined;
}

function rowOf(data: ApiVersionsData, apiVersion: string, kind: string): ApiVersionData | undefined {
  return data.versions.find((version) => version.apiVersion === apiVersion && version.kinds.includes(kind));
}

/** The apiVersions in which a release takes the kind, oldest first; empty when the kind is not known. */
export function apiVersionsOf(data: ApiVersionsData, kind: string, release: Release): string[] {
  const minor = minorOf(release);
  return data.versions
    .filter((version) => version.kinds.includes(kind) && isTaken(version, minor))
    .map(({ apiVersion }) => apiVersion);
}

function stateAt(row: ApiVersionData, minor: number): ApiVersionLife['state'] {
  if (minor < row.from) return 'not-yet';
  if (row.removed !== undefined && minor >= row.removed) return 'removed';
  if (row.byDefaultTo === null || (row.byDefaultTo !== undefined && minor > row.byDefaultTo)) return 'off';
  return row.deprecated !== undefined && minor >= row.deprecated ? 'deprecated' : 'served';
}

function isTaken(row: ApiVersionData, minor: number): boolean {
  const state = stateAt(row, minor);
  return state === 'served' || state === 'deprecated';
}

function successorsOf(data: ApiVersionsData, apiVersion: string, kind: string, minor: number): ApiVersionSuccessor[] {
  const reached = new Map<string, readonly ApiVersionChange[]>([[apiVersion, []]]);
  for (const [at, path] of reached) {
    for (const change of data.changes) {
      const holds = change.kinds.length === 0 || change.kinds.includes(kind);
      if (change.from === at && holds && !reached.has(change.to)) reached.set(change.to, [...path, change]);
    }
  }
  return data.versions
    .filter((row) => row.apiVersion !== apiVersion && row.kinds.includes(kind) && isTaken(row, minor))
    .sort((a, b) => b.from - a.from)
    .flatMap((row) => {
      const path = reached.get(row.apiVersion);
      return path ? [successor(row.apiVersion, path)] : [];
    });
}

function successor(apiVersion: string, path: readonly ApiVersionChange[]): ApiVersionSuccessor {
  const conditions = path.flatMap(({ safe }) => (typeof safe === 'string' ? [safe] : []));
  const unsafe = path.some(({ safe }) => safe === false);
  return {
    apiVersion,
    bump: unsafe ? 'unsafe' : conditions.length > 0 ? 'conditional' : 'safe',
    conditions,
    why: path.map(({ why }) => why),
  };
}
