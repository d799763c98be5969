import type { CommandLine } from '../documents/commandLine';
import { componentNames, type ComponentName } from '../documents/component';
import type { FlagsDocument, ParsedFile } from '../documents/document';
import type { InFile } from './cluster';
import { hasFlag, joinCommand, type JoinedCommand, type Lookup, type VariableValue } from './joinedCommand';
import { matchPath } from './paths';
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
  const commands = units.flatMap((unit) => commandsOf(unit, units, environmentFiles));
  const taken = new Set(commands.flatMap(({ lines }) => lines.map(({ value }) => value)));
  const lone = units.flatMap((unit) => loneVariables(unit, taken, units));
  return [...commands, ...lone];
}

function commandsOf(
  unit: Unit,
  units: readonly Unit[],
  environmentFiles: readonly InFile<FlagsDocument>[],
): readonly JoinedCommand[] {
  return unit.commands.map((command) => {
    const rivals = units.filter((other) => other !== unit && runs(other, command.value)).map(({ path }) => path);
    const lookup = unitLookup(command.value.component, unit, rivals, environmentFiles);
    return joinCommand(command.value.component, command.path, [command], lookup);
  });
}

function runs(unit: Unit, { component }: CommandLine): boolean {
  return unit.commands.some(({ value }) => value.component === component);
}

/** Variables as systemd finds them: EnvironmentFile= before Environment=, of several the last. */
function unitLookup(
  component: ComponentName,
  unit: Unit,
  rivals: readonly string[],
  documents: readonly InFile<FlagsDocument>[],
): Lookup {
  const matched = unit.environmentFiles.map(({ value }) =>
    matchPath({ written: value.path, from: unit.path, rivals }, documents),
  );
  const inView = matched.flatMap((match) => (match.type === 'found' ? [match.item] : []));
  const several = matched.flatMap((match) => (match.type === 'several' ? match.paths : []));
  const isWhole = matched.length > 0 && matched.every(({ type }) => type === 'found');
  return (variable, taker): VariableValue => {
    const written =
      lastValue(variable, component, inView, taker) ?? lastValue(variable, component, unit.documents, taker);
    if (written) return { type: 'line', line: written };
    if (isWhole) return { type: 'empty' };
    if (several.length > 0) return { type: 'unknown', reason: { type: 'contradiction', paths: several } };
    const only = onlyDefinition(variable, unit, rivals, documents);
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
  rivals: readonly string[],
  documents: readonly InFile<FlagsDocument>[],
): InFile<FlagsDocument> | undefined {
  if (rivals.length > 0 || unit.documents.some(({ value }) => value.container)) return undefined;
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
function loneVariables(unit: Unit, taken: ReadonlySet<CommandLine>, units: readonly Unit[]): readonly JoinedCommand[] {
  const free = unit.variables.filter(({ value }) => !taken.has(value));
  return componentNames.flatMap((component) => {
    const lines = lastOfEach(free.filter(({ value }) => value.component === component));
    const first = lines[0];
    if (!first || runs(unit, first.value) || isUnusedByReader(first.value, unit, units)) return [];
    const joined = joinCommand(component, unit.path, lines, ownLookup(component, unit));
    const reason = { type: 'component-not-in-view', component } as const;
    const isWhole = unit.type === 'environment-file' && isWholeCommand(lines);
    return [{ ...joined, unknown: isWhole ? joined.unknown : [...joined.unknown, reason] }];
  });
}

/** A unit in view reads this file and takes in other variables: these have no effect. */
function isUnusedByReader(line: CommandLine, unit: Unit, units: readonly Unit[]): boolean {
  return units.some(
    (reader) =>
      runs(reader, line) &&
      reader.environmentFiles.some(
        ({ value }) => matchPath({ written: value.path, from: reader.path, rivals: [] }, [unit]).type === 'found',
      ),
  );
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
