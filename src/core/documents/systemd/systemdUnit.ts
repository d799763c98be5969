import type { SourceText } from '../../text/sourceText';
import { referencesOf, type CommandLine } from '../commandLine';
import type { ComponentName } from '../component';
import type { EnvironmentFileReference, FileKind, FlagsDocument, SyntaxProblem, VariableAssignment } from '../document';
import { componentOfPath } from '../flags/componentOfVariable';
import { openQuotes } from '../flags/openQuotes';
import { splitWords } from '../flags/splitWords';
import { isOtherLanguage } from '../otherLanguages';
import { findTemplates } from '../templates';
import { execCommandLine } from './execCommandLine';
import { environmentWordSyntax, execWordSyntax } from './unitWords';
import { componentOfUnitVariable, unitVariableCommandLine, unitVariables, type UnitVariable } from './unitVariable';
import { readUnitText, type UnitEntry } from './unitText';

const SECTION = /^\uFEFF?[ \t]*\[Service\]/m;

const ENTRY = /^[ \t]*(?:ExecStart|Environment|EnvironmentFile)[ \t]*=/m;

/** Units and drop-ins of systemd that run a component or set its variables. */
export const systemdUnit: FileKind = {
  id: 'systemd-unit',
  patterns: ['**/*.service', '**/*.service.d/*.conf', '**/*.{service,conf}.{j2,tpl,tmpl,erb}'],

  recognise: ({ path, text, contentStart }) =>
    SECTION.test(text) && ENTRY.test(text) && !isOtherLanguage(path, text, contentStart),

  parse(source) {
    const entries = readUnitText(source).filter(({ section }) => section === 'Service');
    const document = flagsDocument(source, entries);
    if (!concernsComponent(source.path, document)) return { documents: [], problems: [], notes: [] };
    const templates = findTemplates(source.text).length;
    return {
      documents: [document],
      problems: entries.flatMap((entry) => openQuotesIn(source, entry)),
      notes: templates > 0 ? [{ type: 'templated', count: templates }] : [],
    };
  },
};

/** In what runs a component, and in variables that are named after one. */
function openQuotesIn(source: SourceText, entry: UnitEntry): readonly SyntaxProblem[] {
  if (entry.key === 'ExecStart') {
    const words = splitWords(entry.value, execWordSyntax);
    return execCommandLine(source, entry) ? openQuotes(words) : [];
  }
  const isVariable = entry.key === 'Environment' && /kube/i.test(entry.value.text);
  return isVariable ? openQuotes(splitWords(entry.value, environmentWordSyntax)) : [];
}

function flagsDocument(source: SourceText, entries: readonly UnitEntry[]): FlagsDocument {
  const starts = entries.filter(({ key }) => key === 'ExecStart');
  const reset = starts.findLastIndex(({ value }) => value.text === '');
  const commands = starts.slice(reset + 1).flatMap((entry) => execCommandLine(source, entry) ?? []);
  const variables = entries.filter(({ key }) => key === 'Environment').flatMap(unitVariables);
  return {
    type: 'flags',
    range: { start: source.contentStart, end: source.text.length },
    commandLines: [...variableCommandLines(source, variables, commands), ...commands].sort(byPlace),
    variables: variables.map((variable) => assignmentOf(source, variable)),
    environmentFiles: environmentFiles(entries),
    resetsCommands: reset !== -1,
  };
}

/** A unit without flags still matters when it tells a component where its variables are. */
function concernsComponent(path: string, document: FlagsDocument): boolean {
  if (document.commandLines.length > 0) return true;
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  const isOfComponent = componentOfPath(path) ?? (folder.endsWith('.service.d') ? componentOfPath(folder) : undefined);
  return isOfComponent !== undefined && (document.environmentFiles.length > 0 || document.variables.length > 0);
}

function variableCommandLines(
  source: SourceText,
  variables: readonly UnitVariable[],
  commands: readonly CommandLine[],
): readonly CommandLine[] {
  return variables.flatMap((variable) => {
    const component = takenInBy(commands, variable.name) ?? componentOfUnitVariable(variable);
    return component === undefined ? [] : [unitVariableCommandLine(source, variable, component)];
  });
}

function takenInBy(commands: readonly CommandLine[], variable: string): ComponentName | undefined {
  return commands.find((line) => referencesOf(line).some((reference) => reference.variable === variable))?.component;
}

function assignmentOf(source: SourceText, variable: UnitVariable): VariableAssignment {
  return {
    name: variable.name,
    nameRange: variable.nameRange,
    valueRange: variable.value.rangeOf(),
    commandLineFor: (component) => unitVariableCommandLine(source, variable, component),
  };
}

/** An empty `EnvironmentFile=` drops the ones before it. */
function environmentFiles(entries: readonly UnitEntry[]): readonly EnvironmentFileReference[] {
  const files = entries.filter(({ key }) => key === 'EnvironmentFile');
  return files.slice(files.findLastIndex(({ value }) => value.text === '') + 1).map(({ value }) => {
    const optional = value.text.startsWith('-');
    const path = value.slice(optional ? 1 : 0);
    return { path: path.text, optional, range: path.rangeOf() };
  });
}

function byPlace(a: CommandLine, b: CommandLine): number {
  return a.headRange.start - b.headRange.start;
}
