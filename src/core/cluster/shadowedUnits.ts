import { placeOnMachine } from '../grouping/machineTree';

/** The folders in which systemd looks for units and drop-ins, first the one that wins (systemd.unit(5), "Unit File Load Path"). */
const FOLDERS = ['etc', 'run', 'usr/local/lib', 'usr/lib', 'lib'].map((folder) => `/${folder}/systemd/system/`);

/**
 * Returns the units and drop-ins that systemd reads: in one tree that is laid out like a machine, a file of the same name in a
 * folder that comes earlier takes the place of another.
 */
export function withoutShadowed<T extends { readonly path: string }>(files: readonly T[]): readonly T[] {
  const winners = new Map<string, { readonly file: T; readonly rank: number }>();
  const free: T[] = [];
  for (const file of files) {
    const place = placeOnMachine(file.path);
    const rank = FOLDERS.findIndex((folder) => place?.path.startsWith(folder));
    if (!place || rank === -1) {
      free.push(file);
      continue;
    }
    const key = `${place.root}\n${place.path.slice(FOLDERS[rank]?.length)}`;
    const winner = winners.get(key);
    if (!winner || rank < winner.rank) winners.set(key, { file, rank });
  }
  const kept = new Set([...free, ...[...winners.values()].map(({ file }) => file)]);
  return files.filter((file) => kept.has(file));
}
