import type { SourceText } from '../../text/sourceText';
import type { CommandLine } from '../commandLine';
import type { ComponentName } from '../component';
import type { FileKind, FlagsDocument, SyntaxProblem } from '../document';
import { componentOfPath, componentOfVariable, isGenericVariable } from '../flags/componentOfVariable';
import { componentOfFlags } from '../flags/distinctiveFlags';
import { splitWords } from '../flags/splitWords';
import { findTemplates } from '../templates';
import { readEnvironmentText, type Assignment, type EnvironmentText } from './assignments';
import { bareFlagList } from './bareFlagList';
import { variableCommandLine } from './variableCommandLine';

const OTHER_LANGUAGES =
  /\.(?:md|markdown|mdx|rst|adoc|html?|xml|json|ya?ml|toml|py|go|js|mjs|ts|rb|java|c|h|cpp|rs|tf|hcl|ps1|bat|cmd|log|css|svg|sh|bash|zsh|service)(?:\.(?:j2|tpl|tmpl|erb))?$/i;

/** EnvironmentFile of a unit, or a file of shell assignments, that holds flags; also a list of flags with no variable. */
export const environmentFile: FileKind = {
  id: 'environment-file',
  patterns: ['**/{kubelet,kube-controller-manager,kube-apiserver,controller-manager,apiserver}', '**/*.{env,conf,config,default,sysconfig}'],

  recognise(source) {
    if (OTHER_LANGUAGES.test(source.path) || source.text.startsWith('#!', source.contentStart)) return false;
    return /^\s*(?:export[ \t]+)?[A-Za-z_]\w*\+?=/m.test(source.text) || /^\s*--[a-z]/m.test(source.text);
  },

  parse(source) {
    const text = readEnvironmentText(source.text, source.contentStart);
    const commandLines = text.assignments.length > 0 ? commandLinesOf(source, text) : bareFlagList(source);
    if (commandLines.length === 0) return { documents: [], problems: [], notes: [] };
    const templates = findTemplates(source.text).length;
    return {
      documents: [flagsDocument(source, text, commandLines)],
      problems: openQuotes(text, commandLines),
      notes: templates > 0 ? [{ type: 'templated', count: templates }] : [],
    };
  },
};

function flagsDocument(source: SourceText, text: EnvironmentText, commandLines: readonly CommandLine[]): FlagsDocument {
  return {
    type: 'flags',
    range: { start: source.contentStart, end: source.text.length },
    commandLines,
    variables: text.assignments.map((assignment) => ({
      name: assignment.name,
      nameRange: assignment.nameRange,
      valueRange: assignment.value.range,
      commandLineFor: (component) => variableCommandLine(source, assignment, component),
    })),
    environmentFiles: [],
    resetsCommands: false,
  };
}

/** Prose that shows an assignment or two is no file of assignments. */
function commandLinesOf(source: SourceText, text: EnvironmentText): readonly CommandLine[] {
  if (text.otherLines > text.assignments.length) return [];
  return text.assignments.flatMap((assignment) => {
    const component = componentOf(source.path, assignment);
    return component === undefined ? [] : [variableCommandLine(source, assignment, component)];
  });
}

function componentOf(path: string, { name, value }: Assignment): ComponentName | undefined {
  const named = componentOfVariable(name);
  const words = splitWords(value.content);
  const first = words[0];
  if (!first || first.unknown[0]?.start === 0) return takesArguments(name) ? named : undefined;
  if (!/^(?:--[A-Za-z]|-v)/.test(first.content.text)) return undefined;
  return named ?? (isGenericVariable(name) ? (componentOfPath(path) ?? componentOfFlags(words)) : componentOfFlags(words));
}

function takesArguments(name: string): boolean {
  return /(?:ARGS|OPTS|OPTIONS|FLAGS|ARGUMENTS)$/i.test(name);
}

function openQuotes(text: EnvironmentText, commandLines: readonly CommandLine[]): readonly SyntaxProblem[] {
  const places = text.assignments.flatMap(({ value, nameRange }) => {
    const isFlags = commandLines.some(({ headRange }) => headRange.start === nameRange.start);
    return isFlags && value.openQuote !== undefined ? [value.openQuote] : [];
  });
  return places.map((at) => ({ range: { start: at, end: at + 1 }, reason: 'this quote is never closed' }));
}
