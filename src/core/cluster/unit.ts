import type { CommandLine } from '../documents/commandLine';
import type { EnvironmentFileReference, FlagsDocument, ParsedFile } from '../documents/document';
import type { InFile } from './cluster';
import { baseName, foldersOf, segmentsOf, sharedFolders } from './paths';
import { withoutShadowed } from './shadowedUnits';

/** A command with everything that can fill its variables: a unit with its drop-ins, a drop-in alone, or a script. */
export interface Unit {
  /** The unit's file, or its first drop-in when the unit is not in view. */
  readonly path: string;
  readonly type: 'systemd' | 'environment-file' | 'script';
  /** In the order they are read: the later sets a variable again. */
  readonly documents: readonly InFile<FlagsDocument>[];
  /** Commands left after every `ExecStart=` reset. */
  readonly commands: readonly InFile<CommandLine>[];
  /** Values of variables that look like flags. */
  readonly variables: readonly InFile<CommandLine>[];
  /** In the order written: the later wins, and any of them wins over `Environment=`. */
  readonly environmentFiles: readonly InFile<EnvironmentFileReference>[];
}

const DROP_IN_FOLDER = /^(.+\.service)\.d$/;

/** Returns the units in view, each with its drop-ins in the order systemd reads them: by file name. */
export function unitsOf(files: readonly ParsedFile[]): readonly Unit[] {
  const documents = withoutShadowed(files.filter((file) => file.kind === 'systemd-unit').flatMap(flagsDocuments));
  const units = documents.filter(({ path }) => dropInOf(path) === undefined && !isLooseDropIn(path));
  const isUnit = new Set(units);
  const dropIns = documents.filter((document) => !isUnit.has(document));
  dropIns.sort((a, b) => compare(baseName(a.path), baseName(b.path)) || compare(a.path, b.path));
  const homes = homesOf(dropIns, units);
  const joined = units.map((unit) => joinUnit([unit, ...(homes.get(unit) ?? [])], 'systemd'));
  const homeless = groupBy(homes.get(undefined) ?? [], folderOf);
  return [...joined, ...[...homeless.values()].map((group) => joinUnit(group, 'systemd'))];
}

/** The drop-ins of each unit; under undefined those whose unit is not in view. */
function homesOf(
  dropIns: readonly InFile<FlagsDocument>[],
  units: readonly InFile<FlagsDocument>[],
): ReadonlyMap<InFile<FlagsDocument> | undefined, readonly InFile<FlagsDocument>[]> {
  const byName = groupBy(units, ({ path }) => baseName(path));
  const byFolder = groupBy(units, folderOf);
  return groupBy(dropIns, (dropIn) => {
    const name = dropInOf(dropIn.path);
    const candidates =
      name === undefined
        ? byFolder.get(folderOf(dropIn))?.filter((unit) => sharesComponent(unit.value, dropIn.value))
        : byName.get(name);
    return nearestTo(dropIn, candidates ?? []);
  });
}

/** Returns the flags documents of a file with its path. */
export function flagsDocuments(file: ParsedFile): readonly InFile<FlagsDocument>[] {
  return file.documents.flatMap((document) =>
    document.type === 'flags' ? [{ path: file.source.path, value: document }] : [],
  );
}

/** Returns the commands, variables and references of files that are read as one. */
export function joinUnit(files: readonly InFile<FlagsDocument>[], type: Unit['type']): Unit {
  let commands: InFile<CommandLine>[] = [];
  const variables: InFile<CommandLine>[] = [];
  for (const { path, value } of files) {
    if (value.resetsCommands) commands = [];
    for (const line of value.commandLines) {
      (line.variable === undefined ? commands : variables).push({ path, value: line });
    }
  }
  const environmentFiles = files.flatMap(({ path, value }) =>
    value.environmentFiles.map((reference) => ({ path, value: reference })),
  );
  return { path: files[0]?.path ?? '', type, documents: files, commands, variables, environmentFiles };
}

/** The name of the unit whose drop-in folder holds this file. */
function dropInOf(path: string): string | undefined {
  return DROP_IN_FOLDER.exec(segmentsOf(path).at(-2) ?? '')?.[1];
}

/** A drop-in that is kept outside its folder, beside the unit: `10-kubeadm.conf`. */
function isLooseDropIn(path: string): boolean {
  return path.endsWith('.conf');
}

/** Undefined when several are equally near. */
function nearestTo(
  { path }: InFile<FlagsDocument>,
  candidates: readonly InFile<FlagsDocument>[],
): InFile<FlagsDocument> | undefined {
  const folders = foldersOf(path);
  const near = candidates.map((unit) => sharedFolders(foldersOf(unit.path), folders));
  const most = Math.max(...near);
  const homes = candidates.filter((_, index) => near[index] === most);
  return homes.length === 1 ? homes[0] : undefined;
}

function sharesComponent(a: FlagsDocument, b: FlagsDocument): boolean {
  return a.commandLines.some(({ component }) => b.commandLines.some((line) => line.component === component));
}

function folderOf({ path }: { readonly path: string }): string {
  return foldersOf(path).join('/');
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
