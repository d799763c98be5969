import type { KubeletConfigurationDocument, ParsedFile } from '../documents/document';
import type { InFile, KubeletInView } from './cluster';
import type { ClusterFacts } from './clusterFacts';
import { ConfigurationDirectories } from './configurationDirectory';
import type { ConfigurationInView } from './configurationInView';
import type { JoinedCommand } from './joinedCommand';
import { kubeletInView } from './kubeletInView';
import { PathFinder, type PathMatch } from './pathFinder';
import { foldersOf } from './paths';

type Configuration = InFile<KubeletConfigurationDocument>;

/**
 * Returns every kubelet in view, each with the configuration its command line names. A configuration nobody names is a
 * kubelet of its own.
 */
export function kubeletsInView(
  files: readonly ParsedFile[],
  commands: readonly JoinedCommand[],
  facts: ClusterFacts,
): readonly KubeletInView[] {
  const configurations = files.flatMap(configurationsOf);
  const directories = new ConfigurationDirectories(configurations);
  const folders = commands.map(({ path }) => foldersOf(path));
  const dropIns = new Map(commands.map((command) => [command, directories.dropInsOf(command, folders, facts.release)]));
  const merged = new Set([...dropIns.values()].flatMap(({ documents }) => documents));
  const mains = configurations.filter((configuration) => !merged.has(configuration));
  const naming = commands.filter((command) => configFlag(command) !== undefined);
  const matches = matchesOf(naming, new PathFinder(mains));
  const taken = new Set([...matches.values()].flatMap((match) => (match.type === 'found' ? [match.item] : [])));
  const free = mains.filter((configuration) => !taken.has(configuration));
  const nameless = [...matches.values()].filter((match) => match.type === 'missing').length;
  const only = nameless === 1 && mains.length === 1 ? free[0] : undefined;
  const kubelets = commands.map((command) => {
    const main = mainConfiguration(command, matches.get(command), only);
    const { documents = [], unknown = [] } = dropIns.get(command) ?? {};
    const configuration = { document: main.document, dropIns: documents, unknown: [...unknown, ...main.unknown] };
    return kubeletInView(command, configuration, facts);
  });
  const alone = free.filter((configuration) => configuration !== only);
  return [
    ...kubelets,
    ...alone.map((document) => kubeletInView(noCommand(document), { document, dropIns: [], unknown: [] }, facts)),
  ];
}

function configurationsOf(file: ParsedFile): readonly Configuration[] {
  return file.documents.flatMap((document) =>
    document.type === 'kubelet-configuration' ? [{ path: file.source.path, value: document }] : [],
  );
}

/** The files named by `--config`. */
function matchesOf(
  naming: readonly JoinedCommand[],
  configurations: PathFinder<Configuration>,
): ReadonlyMap<JoinedCommand, PathMatch<Configuration>> {
  const rivals = naming.map(({ path }) => foldersOf(path));
  const matchOf = (command: JoinedCommand): PathMatch<Configuration> =>
    configurations.find({ written: configFlag(command) ?? '', from: command.path, rivals });
  return new Map(naming.map((command) => [command, matchOf(command)]));
}

/** Undefined when the command line names no file. */
function configFlag(command: JoinedCommand): string | undefined {
  const written = command.flags.findLast(({ value }) => value.name === 'config')?.value.value;
  return written === '' ? undefined : written;
}

function mainConfiguration(
  command: JoinedCommand,
  match: PathMatch<Configuration> | undefined,
  only: Configuration | undefined,
): Omit<ConfigurationInView, 'dropIns'> {
  if (match?.type === 'found') return { document: match.item, unknown: [] };
  if (match?.type === 'several') {
    return { document: undefined, unknown: [{ type: 'contradiction', paths: match.paths }] };
  }
  if (match?.type !== 'missing') return { document: undefined, unknown: [] };
  if (only) return { document: only, unknown: [] };
  return { document: undefined, unknown: [{ type: 'file-not-in-view', path: configFlag(command) ?? '' }] };
}

/** A configuration whose command line is not in view: its own fields are known, flags are not. */
function noCommand({ path }: Configuration): JoinedCommand {
  return {
    component: 'kubelet',
    path,
    lines: [],
    flags: [],
    unknown: [{ type: 'component-not-in-view', component: 'kubelet' }],
    unknownFlags: new Map(),
  };
}
