import { overlaps, type Range } from '../text/range';
import type { Argument, CommandLine } from './commandLine';
import type { Document, FlagsDocument } from './document';
import { findTemplates } from './templates';

/** How statements of the template languages begin and end a part that may be left out, or written several times. */
const OPENINGS: readonly RegExp[] = [
  /^\{%[-+]?\s*(?:if|for|unless|case|macro|call)\b/,
  /^\{\{-?\s*(?:if|range|with|define|block)\s+[^\s}]/,
  /^\{\{#-?\s*\w/,
  /^<%-?\s*(?:if|unless|case|while|until|for|begin)\b/,
  /\bdo(?:\s*\|[^|]*\|)?\s*-?%>$/,
];

const CLOSINGS: readonly RegExp[] = [
  /^\{%[-+]?\s*end(?:if|for|unless|case|macro|call)\b/,
  /^\{\{-?\s*end\b/,
  /^\{\{\/\s*\w/,
  /^<%-?\s*end\b/,
];

/**
 * Returns the outermost parts of a text that a template may leave out: `{% if … %}` to `{% endif %}`, `{{ if … }}` to
 * `{{ end }}`, and their kin in ERB and Handlebars. One that is never ended reaches to the end.
 */
export function conditionalParts(text: string): readonly Range[] {
  const parts: Range[] = [];
  let depth = 0;
  let start = 0;
  for (const range of findTemplates(text)) {
    const statement = text.slice(range.start, range.end);
    if (OPENINGS.some((opening) => opening.test(statement))) {
      if (depth === 0) start = range.start;
      depth += 1;
    } else if (depth > 0 && CLOSINGS.some((closing) => closing.test(statement))) {
      depth -= 1;
      if (depth === 0) parts.push({ start, end: range.end });
    }
  }
  return depth > 0 ? [...parts, { start, end: text.length }] : parts;
}

/** Returns documents in which what a template may leave out says so: flags, command lines, parts of a configuration. */
export function markConditional(text: string, documents: readonly Document[]): readonly Document[] {
  const mayHold = documents.some(({ type }) => type === 'flags' || type === 'kubelet-configuration');
  const parts = mayHold ? conditionalParts(text) : [];
  if (parts.length === 0) return documents;
  return documents.map((document) => {
    if (document.type === 'flags') return markFlags(document, parts);
    return document.type === 'kubelet-configuration' ? { ...document, conditionalParts: parts } : document;
  });
}

function markFlags(document: FlagsDocument, parts: readonly Range[]): FlagsDocument {
  return {
    ...document,
    commandLines: document.commandLines.map((line) => markLine(line, parts)),
    variables: document.variables.map((variable) => ({
      ...variable,
      commandLineFor: (component) => markLine(variable.commandLineFor(component), parts),
    })),
  };
}

function markLine(line: CommandLine, parts: readonly Range[]): CommandLine {
  return {
    ...line,
    arguments: line.arguments.map((argument) => markArgument(argument, parts)),
    ...(isIn(line.headRange, parts) && { conditional: true }),
  };
}

function markArgument(argument: Argument, parts: readonly Range[]): Argument {
  if (argument.type !== 'flag' || !isIn(argument.flag.range, parts)) return argument;
  return { type: 'flag', flag: { ...argument.flag, conditional: true } };
}

/** Returns whether a place lies in one of the parts. */
export function isIn(range: Range, parts: readonly Range[]): boolean {
  return parts.some((part) => overlaps(part, range));
}
