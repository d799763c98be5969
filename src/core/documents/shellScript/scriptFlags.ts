import type { SourceText } from '../../text/sourceText';
import { referencesOf, type CommandLine } from '../commandLine';
import type { ComponentName } from '../component';
import type { FlagsDocument, VariableAssignment } from '../document';
import { commandFlags } from './commandFlags';
import { ownAssignments } from './scriptVariables';
import type { ShellCommand } from './shellCommand';
import { componentOfAssignment, variableFlags, type ScriptVariable } from './variableFlags';

/** Returns the flags that a script gives to components, on command lines and in variables; undefined when there are none. */
export function scriptFlags(source: SourceText, commands: readonly ShellCommand[]): FlagsDocument | undefined {
  const calls = commands.flatMap((command) => commandFlags(source, command) ?? []);
  const variables = variablesOf(commands);
  const lines = variables.flatMap((variable) => {
    const component = takenInBy(calls, variable.assignment.name) ?? componentOfAssignment(variable.assignment);
    return component === undefined ? [] : [variableFlags(source, variable, component)];
  });
  if (calls.length === 0 && lines.length === 0) return undefined;
  return {
    type: 'flags',
    range: { start: source.contentStart, end: source.text.length },
    commandLines: [...calls, ...lines].sort((a, b) => a.headRange.start - b.headRange.start),
    variables: variables.map((variable) => assignmentOf(source, variable)),
    environmentFiles: [],
    resetsCommands: false,
  };
}

function variablesOf(commands: readonly ShellCommand[]): readonly ScriptVariable[] {
  const all = commands.flatMap((command) =>
    ownAssignments(command).map((assignment) => ({
      assignment,
      isEditable: command.nesting !== 'uneditable',
      byVersion: command.byVersion,
    })),
  );
  const counts = new Map<string, number>();
  for (const { assignment } of all) {
    if (!assignment.appends) counts.set(assignment.name, (counts.get(assignment.name) ?? 0) + 1);
  }
  return all.map((variable) => {
    const { name, appends } = variable.assignment;
    return { hasRival: !appends && (counts.get(name) ?? 0) > 1, ...variable };
  });
}

function takenInBy(calls: readonly CommandLine[], variable: string): ComponentName | undefined {
  return calls.find((line) => referencesOf(line).some((reference) => reference.variable === variable))?.component;
}

function assignmentOf(source: SourceText, variable: ScriptVariable): VariableAssignment {
  const { name, nameRange, valueRange } = variable.assignment;
  return { name, nameRange, valueRange, commandLineFor: (component) => variableFlags(source, variable, component) };
}
