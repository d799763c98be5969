import type { CommandLine } from '../documents/commandLine';
import { componentNames, type ComponentName } from '../documents/component';
import type { FlagsDocument, ParsedFile } from '../documents/document';
import type { InFile } from './cluster';
import { hasFlag, joinCommand, type JoinedCommand, type Lookup, type VariableValue } from './joinedCommand';
import { PathFinder } from './pathFinder';
import { baseName, foldersOf, type Folders } from './paths';
import { flagsDocuments, joinUnit, unitsOf, type Unit } from './unit';
import { isKubeadmVariable, isMainVariable } from './variables';

const kubeconfigFlags = ['kubeconfig', 'bootstrap-kubeconfig', 'experimental-bootstrap-kubeconfig'];

/**
 * Returns every command line of the three components in view: units with their drop-ins and EnvironmentFiles, commands
 * elsewhere, and the variables of an EnvironmentFile that no unit in view takes in.
 */
export function commandsInView(files: readonly ParsedFile[]): readonly JoinedCommand[] {
  const scripts = files.filter((file) => file.kind === 'shell-script').flatMap(flagsDocuments);
  const environmentFiles = files
    .filter((file) => file.kind !== 'systemd-unit' && file.kind !== 'shell-script')
    .flatMap(flagsDocuments);
  const units = [
    ...unitsOf(files),
    ...environmentFiles.map((document) => joinUnit([document], 'environment-file')),
    ...scripts.map((document) => joinUnit([document], 'script')),
  ];
  const environment = {
    files: environmentFiles,
    finder: new PathFinder(environmentFiles),
    runners: runnersOf(units),
  };
  const commands = units.flatMap((unit) => commandsOf(unit, environment));
  const taken = new Set(commands.flatMap(({ lines }) => lines.map(({ value }) => value)));
  const lone = units.flatMap((unit) => loneVariables(unit, taken, environment.runners));
  return [...commands, ...lone];
}

/** What a unit's variables can come from, and who else takes them in. */
interface Environment {
  readonly files: readonly InFile<FlagsDocument>[];
  readonly finder: PathFinder<InFile<FlagsDocument>>;
  readonly runners: Readonly<Record<ComponentName, Runners>>;
}

/** The units that run one component. */
interface Runners {
  readonly folders: readonly Folders[];
  /** Names of the EnvironmentFiles they read. */
  readonly reads: ReadonlySet<string>;
}

function runnersOf(units: readonly Unit[]): Readonly<Record<ComponentName, Runners>> {
  const of = (component: ComponentName): Runners => {
    const runners = units.filter((unit) => runs(unit, component));
    const files = runners.flatMap(({ environmentFiles }) => environmentFiles);
    return {
      folders: runners.map(({ path }) => foldersOf(path)),
      reads: new Set(files.map(({ value }) => baseName(value.path))),
    };
  };
  return {
    kubelet: of('kubelet'),
    'kube-controller-manager': of('kube-controller-manager'),
    'kube-apiserver': of('kube-apiserver'),
  };
}

function commandsOf(unit: Unit, environment: Environment): readonly JoinedCommand[] {
  return unit.commands.map((command) => {
    const lookup = unitLookup(command.value.component, unit, environment);
    return joinCommand(command.value.component, command.path, [command], lookup);
  });
}

function runs(unit: Unit, component: ComponentName): boolean {
  return unit.commands.some(({ value }) => value.component === component);
}

/** Variables as systemd finds them: EnvironmentFile= before Environment=, of several the last. */
function unitLookup(component: ComponentName, unit: Unit, { files, finder, runners }: Environment): Lookup {
  const rivals = runners[component].folders;
  const matched = unit.environmentFiles.map(({ value }) =>
    finder.find({ written: value.path, from: unit.path, rivals }),
  );
  const inView = matched.flatMap((match) => (match.type === 'found' ? [match.item] : []));
  const several = matched.flatMap((match) => (match.type === 'several' ? match.paths : []));
  const isWhole = matched.length > 0 && matched.every((match) => match.type === 'found' && !match.item.value.isPart);
  return (variable, taker): VariableValue => {
    const written =
      lastValue(variable, component, inView, taker) ?? lastValue(variable, component, unit.documents, taker);
    if (written) return { type: 'line', line: written };
    if (isWhole) return { type: 'empty' };
    if (several.length > 0) return { type: 'unknown', reason: { type: 'contradiction', paths: several } };
    const only = rivals.length > 1 ? undefined : onlyDefinition(variable, unit, files);
    const line = only && lastValue(variable, component, [only], taker);
    return line
      ? { type: 'line', line }
      : { type: 'unknown', reason: { type: 'variable-not-in-view', name: variable } };
  };
}

/** The one file in view that sets the variable, although the unit names its file differently. */
function onlyDefinition(
  variable: string,
  unit: Unit,
  documents: readonly InFile<FlagsDocument>[],
): InFile<FlagsDocument> | undefined {
  if (unit.documents.some(({ value }) => value.container)) return undefined;
  const setting = documents.filter(
    (document) => !unit.documents.includes(document) && document.value.variables.some(({ name }) => name === variable),
  );
  return setting.length === 1 ? setting[0] : undefined;
}

/** The flags a variable stands for where a command of this component takes it in; of several values the last. */
function lastValue(
  variable: string,
  component: ComponentName,
  documents: readonly InFile<FlagsDocument>[],
  taker: InFile<CommandLine>,
): InFile<CommandLine> | undefined {
  for (const { path, value } of [...documents].reverse()) {
    const isItself = taker.path === path && taker.value.variable === variable;
    const assignment = value.variables.findLast(
      ({ name, nameRange }) => name === variable && (!isItself || nameRange.start < taker.value.headRange.start),
    );
    if (!assignment) continue;
    const read = value.commandLines.find(
      (line) => line.component === component && line.headRange.start === assignment.nameRange.start,
    );
    return { path, value: read ?? assignment.commandLineFor(component) };
  }
  return undefined;
}

/** Variables that no command in view takes in, joined per file and component as one command line. */
function loneVariables(
  unit: Unit,
  taken: ReadonlySet<CommandLine>,
  runners: Environment['runners'],
): readonly JoinedCommand[] {
  const free = unit.variables.filter(({ value }) => !taken.has(value));
  return componentNames.flatMap((component) => {
    const lines = lastOfEach(free.filter(({ value }) => value.component === component));
    const first = lines[0];
    // A unit in view reads this file and takes in other variables: these have no effect.
    const isUnused = runners[component].reads.has(baseName(unit.path));
    if (!first || isUnused || runs(unit, component)) return [];
    const joined = joinCommand(component, unit.path, lines, ownLookup(component, unit));
    const reason = { type: 'component-not-in-view', component } as const;
    const isWhole = unit.type === 'environment-file' && isWholeCommand(lines);
    return [{ ...joined, unknown: isWhole ? joined.unknown : [...joined.unknown, reason] }];
  });
}

function isWholeCommand(lines: readonly InFile<CommandLine>[]): boolean {
  const variables = lines.map(({ value }) => value.variable ?? '');
  if (variables.some(isKubeadmVariable)) return false;
  return variables.some(isMainVariable) || lines.some(({ value }) => hasFlag(value, ...kubeconfigFlags));
}

function lastOfEach(lines: readonly InFile<CommandLine>[]): readonly InFile<CommandLine>[] {
  return lines.filter(
    (line, index) => !lines.slice(index + 1).some(({ value }) => value.variable === line.value.variable),
  );
}

function ownLookup(component: ComponentName, unit: Unit): Lookup {
  return (variable, taker) => {
    const line = lastValue(variable, component, unit.documents, taker);
    return line
      ? { type: 'line', line }
      : { type: 'unknown', reason: { type: 'variable-not-in-view', name: variable } };
  };
}
