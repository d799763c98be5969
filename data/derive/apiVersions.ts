import type { ApiVersionChange, ApiVersionData, ApiVersionsData } from '../../src/core/kubernetes/data';
import { minorOf } from './sources';

/** api-versions.json, as far as it is used here. */
export interface ApiVersionFacts {
  readonly versions: readonly {
    readonly apiVersion: string;
    readonly kinds: readonly string[];
    readonly first: string;
    readonly deprecatedIn: string | null;
    readonly removedIn: string | null;
    readonly servedByDefaultLast?: string | null;
    readonly notes: readonly string[];
  }[];
  readonly compatibility: readonly {
    readonly group: string;
    readonly from: string;
    readonly to: string;
    readonly kinds: readonly string[];
    readonly versionBumpAloneIsSafe: boolean | string;
    readonly why: string;
  }[];
}

const FILE_NOTE = 'file format';
const FILE_GROUPS = /\.config\.k8s\.io\/|^apiserver\.k8s\.io\/|^kubeadm\.k8s\.io\/|^kubeletconfig\//;

/** Rows about one type of a kind (Secrets of a type) say nothing about the apiVersion and are left out. */
export function deriveApiVersions(facts: ApiVersionFacts): ApiVersionsData {
  const versions = facts.versions.filter(({ kinds }) => !kinds.some((kind) => kind.includes(' ')));
  return { versions: versions.map(versionData), changes: facts.compatibility.flatMap(changes) };
}

function versionData(row: ApiVersionFacts['versions'][number]): ApiVersionData {
  const notes = row.notes.filter((note) => !note.startsWith(FILE_NOTE));
  return {
    apiVersion: row.apiVersion,
    kinds: row.kinds,
    from: minorOf(row.first),
    ...(row.deprecatedIn !== null && { deprecated: minorOf(row.deprecatedIn) }),
    ...(row.removedIn !== null && { removed: minorOf(row.removedIn) }),
    ...(row.servedByDefaultLast !== undefined && {
      byDefaultTo: row.servedByDefaultLast === null ? null : minorOf(row.servedByDefaultLast),
    }),
    ...(FILE_GROUPS.test(row.apiVersion) && { file: true as const }),
    ...(notes.length > 0 && { notes }),
  };
}

function changes(row: ApiVersionFacts['compatibility'][number]): ApiVersionChange[] {
  const full = (version: string): string => (version.includes('/') ? version : `${row.group}/${version}`);
  return row.to.split(' or ').map((to) => ({
    from: full(row.from),
    to: full(to),
    kinds: row.kinds.filter((kind) => !kind.startsWith('see ')),
    safe: row.versionBumpAloneIsSafe,
    why: row.why,
  }));
}
