import type { KubeletConfigurationDocument } from '../documents/document';
import { isAtLeast, type Release } from '../kubernetes/release';
import type { InFile } from './cluster';
import type { JoinedCommand } from './joinedCommand';
import { baseName, matchPath, segmentsOf } from './paths';
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

/**
 * Returns the drop-ins a command line names: files that end in `.conf`, by name. A directory of which one file is in view
 * is in view as a whole.
 */
export function dropInsOf(
  command: JoinedCommand,
  rivals: readonly JoinedCommand[],
  configurations: readonly Configuration[],
  release: Release,
): DropInsInView {
  const written = command.flags.findLast(({ value }) => value.name === 'config-dir')?.value.value ?? '';
  if (written === '') return { documents: [], unknown: [] };
  const dropIns = configurations.filter(({ path }) => path.endsWith('.conf'));
  const folders = [...new Set(dropIns.map(folderOf))].map((path) => ({ path }));
  const query = { written, from: command.path, rivals: rivals.map(({ path }) => path) };
  const match = isAtLeast(release, MERGED_SINCE) ? matchPath(query, folders) : { type: 'missing' as const };
  if (match.type === 'several') return { documents: [], unknown: [{ type: 'contradiction', paths: match.paths }] };
  if (match.type === 'missing') return { documents: [], unknown: [{ type: 'file-not-in-view', path: written }] };
  const documents = dropIns.filter((dropIn) => folderOf(dropIn) === match.item.path);
  return { documents: documents.sort((a, b) => (baseName(a.path) < baseName(b.path) ? -1 : 1)), unknown: [] };
}

function folderOf({ path }: { readonly path: string }): string {
  return segmentsOf(path).slice(0, -1).join('/');
}
