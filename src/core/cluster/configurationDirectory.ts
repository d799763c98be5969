import type { KubeletConfigurationDocument } from '../documents/document';
import { isAtLeast, type Release } from '../kubernetes/release';
import type { InFile } from './cluster';
import type { JoinedCommand } from './joinedCommand';
import { PathFinder } from './pathFinder';
import { baseName, foldersOf, type Folders } from './paths';
import type { UnknownReason } from './setting';

type Configuration = InFile<KubeletConfigurationDocument>;

/** The drop-ins of one kubelet (`--config-dir`). */
export interface DropInsInView {
  /** In the order in which they are merged: the later wins. */
  readonly documents: readonly Configuration[];
  /** Why settings may come from drop-ins that are not in view. */
  readonly unknown: readonly UnknownReason[];
}

/** Before, an environment variable switched the directory on, and 1.28 merged in another way (flags.json; `str.d.merge`). */
const MERGED_SINCE: Release = '1.30';

/** The directories in view that a `--config-dir` can name. */
export class ConfigurationDirectories {
  readonly #dropIns = new Map<string, Configuration[]>();
  readonly #finder: PathFinder<{ readonly path: string }>;

  constructor(configurations: readonly Configuration[]) {
    for (const dropIn of configurations) {
      if (!dropIn.path.endsWith('.conf')) continue;
      const folder = foldersOf(dropIn.path).join('/');
      this.#dropIns.set(folder, [...(this.#dropIns.get(folder) ?? []), dropIn]);
    }
    this.#finder = new PathFinder([...this.#dropIns.keys()].map((path) => ({ path })));
  }

  /**
   * Returns the drop-ins a command line names: files that end in `.conf`, by name. A directory of which one file is in
   * view is in view as a whole. `rivals` are the folders of all command lines.
   */
  dropInsOf(command: JoinedCommand, rivals: readonly Folders[], release: Release): DropInsInView {
    const written = command.flags.findLast(({ value }) => value.name === 'config-dir')?.value.value ?? '';
    if (written === '') return { documents: [], unknown: [] };
    const query = { written, from: command.path, rivals };
    const match = isAtLeast(release, MERGED_SINCE) ? this.#finder.find(query) : { type: 'missing' as const };
    if (match.type === 'several') return { documents: [], unknown: [{ type: 'contradiction', paths: match.paths }] };
    if (match.type === 'missing') return { documents: [], unknown: [{ type: 'file-not-in-view', path: written }] };
    const documents = this.#dropIns.get(match.item.path) ?? [];
    return { documents: documents.toSorted((a, b) => (baseName(a.path) < baseName(b.path) ? -1 : 1)), unknown: [] };
  }
}
