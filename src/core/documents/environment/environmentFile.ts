import type { SourceText } from '../../text/sourceText';
import type { CommandLine } from '../commandLine';
import { componentNames, type ComponentName } from '../component';
import type { FileKind, FlagsDocument, SyntaxProblem } from '../document';
import {
  componentOfPath,
  componentOfVariable,
  isGenericVariable,
  isSharedVariable,
  takesArguments,
} from '../flags/componentOfVariable';
import { allKnownTo, componentOfFlags } from '../flags/distinctiveFlags';
import { startsWithDash } from '../flags/dashes';
import { splitWords } from '../flags/splitWords';
import { isOtherLanguage } from '../otherLanguages';
import { findTemplates } from '../templates';
import { readEnvironmentText, type Assignment, type EnvironmentText } from './assignments';
import { bareFlagList } from './bareFlagList';
import { variableCommandLine } from './variableCommandLine';

const ASSIGNMENT = /^\uFEFF?[ \t]*(?:export[ \t]+)?[A-Za-z_]\w*\+?=/m;

const FLAG_LINE = /^\uFEFF?[ \t]*--[a-z]/m;

/** EnvironmentFile of a unit, or a file of shell assignments, that holds flags; also a list of flags with no variable. */
export const environmentFile: FileKind = {
  id: 'environment-file',
  patterns: [
    '**/{kubelet,kube-controller-manager,kube-apiserver,controller-manager,apiserver}',
    '**/*.{env,conf,config,default,sysconfig}',
  ],

  recognise(source) {
    const { path, text, contentStart } = source;
    if (isOtherLanguage(path, text, contentStart) || path.endsWith('.service')) return false;
    return ASSIGNMENT.test(text) || FLAG_LINE.test(text);
  },

  parse(source) {
    const text = readEnvironmentText(source.text, source.contentStart);
    const commandLines = text.assignments.length > 0 ? commandLinesOf(source, text) : bareFlagList(source);
    if (commandLines.length === 0 && !text.assignments.some(isSharedFlag)) {
      return { documents: [], problems: [], notes: [] };
    }
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
  const words = splitWords(value.content);
  const named = componentOfVariable(name, words);
  const first = words[0];
  if (!first || first.unknown[0]?.start === 0) return takesArguments(name) ? named : undefined;
  if (named) return startsWithDash(first) || (takesArguments(name) && words.some(startsWithDash)) ? named : undefined;
  if (!/^--[A-Za-z]/.test(first.content.text)) return undefined;
  return (isGenericVariable(name) ? componentOfPath(path) : undefined) ?? componentOfFlags(words);
}

/** `KUBE_LOGTOSTDERR="--logtostderr=true"` matters when a unit takes it in, whichever component that runs. */
function isSharedFlag({ name, value }: Assignment): boolean {
  const words = splitWords(value.content);
  return isSharedVariable(name) && componentNames.some((component) => allKnownTo(component, words));
}

function openQuotes(text: EnvironmentText, commandLines: readonly CommandLine[]): readonly SyntaxProblem[] {
  const places = text.assignments.flatMap(({ value, nameRange }) => {
    const isFlags = commandLines.some(({ headRange }) => headRange.start === nameRange.start);
    return isFlags && value.openQuote !== undefined ? [value.openQuote] : [];
  });
  return places.map((at) => ({
    range: { start: at, end: at + 1 },
    reason: 'this quote is never closed',
    unclosed: 'quote',
  }));
}
