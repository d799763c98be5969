import { placeOnMachine, type PlaceOnMachine } from '../grouping/machineTree';
import { baseName, foldersOf, segmentsOf, sharedEnd, sharedFolders, type Folders } from './paths';

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
  /** Folders of files like `from`, which may be among them; a candidate that lies nearer to one of them belongs to that one. */
  readonly rivals: readonly Folders[];
}

interface Candidate<T> {
  readonly item: T;
  readonly segments: readonly string[];
  readonly folders: Folders;
  /** Its tree and its path there, when it is laid out like a machine. */
  readonly place: PlaceOnMachine | undefined;
}

/** Finds the files in view that paths on a node name. */
export class PathFinder<T extends { readonly path: string }> {
  readonly #byName = new Map<string, Candidate<T>[]>();

  constructor(items: readonly T[]) {
    for (const item of items) {
      const segments = segmentsOf(item.path);
      const candidate = { item, segments, folders: segments.slice(0, -1), place: machinePlaceOf(item.path) };
      const name = segments.at(-1) ?? '';
      const named = this.#byName.get(name);
      if (named) named.push(candidate);
      else this.#byName.set(name, [candidate]);
    }
  }

  /**
   * Returns the file with the same name, then the longest common end, then the nearest to the file that names it. In one tree
   * that is laid out like a machine a whole path is that of one file and of no other.
   */
  find({ written, from, rivals }: PathQuery): PathMatch<T> {
    const name = baseName(written);
    const named = name === '' ? undefined : this.#byName.get(name);
    if (!named) return { type: 'missing' };
    const candidates = withoutOthers(named, written, from);
    const folders = foldersOf(from);
    const fitOf = fitTo(segmentsOf(written), folders);
    for (let below = Infinity; ;) {
      const { fit, items } = bestOf(candidates, fitOf, below);
      if (items.length === 0) return { type: 'missing' };
      const ours = items.filter((candidate) => isOurs(candidate, folders, rivals));
      if (ours.length > 1) return { type: 'several', paths: ours.map(({ item }) => item.path) };
      if (ours[0]) return { type: 'found', item: ours[0].item };
      below = fit;
    }
  }
}

const WHOLE_PATH = /^\/[\w./@:+-]+$/;

/** Returns the candidates that do not lie at another path of the machine that names this one. */
function withoutOthers<T>(candidates: readonly Candidate<T>[], written: string, from: string): readonly Candidate<T>[] {
  const root = WHOLE_PATH.test(written) ? machinePlaceOf(from)?.root : undefined;
  if (root === undefined) return candidates;
  const path = onePath(written);
  return candidates.filter(({ place }) => place?.root !== root || place.path === path);
}

function machinePlaceOf(path: string): PlaceOnMachine | undefined {
  const place = placeOnMachine(path);
  return place && { root: place.root, path: onePath(place.path) };
}

/** Folders that lead to the same place have one name: `/lib` is `/usr/lib`, `/var/run` is `/run` (file-hierarchy(7)). */
function onePath(path: string): string {
  return `/${segmentsOf(path).join('/')}`.replace(/^\/lib\//, '/usr/lib/').replace(/^\/var\/run\//, '/run/');
}

type FitOf = (candidate: Candidate<unknown>) => number;

/** How well a candidate fits: whole numbers for the common end of the paths, a fraction for how near it lies. */
function fitTo(segments: readonly string[], folders: Folders): FitOf {
  return (candidate) =>
    sharedEnd(segments, candidate.segments) + sharedFolders(folders, candidate.folders) / (folders.length + 1);
}

/** The candidates that fit best among those that fit less than `below`. */
function bestOf<T>(
  candidates: readonly Candidate<T>[],
  fitOf: FitOf,
  below: number,
): { readonly fit: number; readonly items: readonly Candidate<T>[] } {
  let fit = -1;
  let items: Candidate<T>[] = [];
  for (const candidate of candidates) {
    const own = fitOf(candidate);
    if (own >= below || own < fit) continue;
    if (own > fit) items = [];
    fit = own;
    items.push(candidate);
  }
  return { fit, items };
}

function isOurs({ folders }: Candidate<unknown>, from: Folders, rivals: readonly Folders[]): boolean {
  const near = sharedFolders(from, folders);
  return rivals.every((rival) => sharedFolders(rival, folders) <= near);
}
