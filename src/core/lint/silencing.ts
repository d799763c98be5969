import type { ParsedFile } from '../documents/document';
import { withEmbedded } from '../documents/readFile';
import type { Located } from '../documents/rbacObject';
import { outermostPlace } from '../text/outerText';
import type { Range } from '../text/range';
import type { SourceText } from '../text/sourceText';
import type { Finding } from './finding';

/** A comment that silences rules: on its own line, on the next line, or in the whole file. */
export interface Silencing {
  readonly path: string;
  /** From the `#` to the end of the line. */
  readonly range: Range;
  /** Ids as written; empty when the comment names none and silences every rule. */
  readonly rules: readonly Located<string>[];
  /** Findings that start here are silenced; undefined for the whole file. */
  readonly covers: Range | undefined;
}

/** A comment, or one rule id in it, that silenced nothing. */
export interface UnusedSilencing {
  readonly source: SourceText;
  readonly silencing: Silencing;
  /** The id that silenced nothing; undefined when the comment names none. */
  readonly rule: Located<string> | undefined;
  /** True when no rule has this id. */
  readonly unknown: boolean;
}

const COMMENT = /(?:^|[ \t\ufeff])(#[ \t]*tls-bootstrap-disable(-next-line|-line)?(?![\w-])([^\r\n]*))/;

/** Returns the silencing comments of a file; none for a file of no known kind, or JSON, which has no comments. */
export function silencingsIn(file: ParsedFile): readonly Silencing[] {
  const { source } = file;
  if (file.kind === undefined || isJson(file) || !source.text.includes('tls-bootstrap-disable')) return [];
  return source.lineStarts.flatMap((_, line) => {
    const range = source.lineRange(line);
    const match = COMMENT.exec(source.slice(range));
    if (!match) return [];
    const start = range.start + match.index + match[0].indexOf('#');
    if (!isComment(file, range.start, start)) return [];
    const names = match[3] ?? '';
    return {
      path: source.path,
      range: { start, end: range.end },
      rules: namesIn(names, range.end - names.length),
      covers: covers(file, line, match[2]),
    };
  });
}

/** Returns whether a comment silences a finding. */
export function silences({ path, rules, covers }: Silencing, finding: Finding): boolean {
  if (path !== finding.path) return false;
  if (rules.length > 0 && !rules.some(({ value }) => value === finding.rule)) return false;
  return covers === undefined || (covers.start <= finding.range.start && finding.range.start <= covers.end);
}

/** Returns whether a manifest is JSON, by its first character. */
export function isJson({ kind, source }: ParsedFile): boolean {
  return (
    kind === 'kubernetes-yaml' && /^\s*[{[]/.test(source.text.slice(source.contentStart, source.contentStart + 200))
  );
}

/** Whether a `#` begins a comment: in a unit only as the first character of its line (systemd.syntax(7)). */
function isComment(file: ParsedFile, lineStart: number, start: number): boolean {
  const before = file.source.text.slice(lineStart, start);
  if (file.kind === 'systemd-unit') return before.trim() === '';
  return !isInQuotes(before) && !isInValue(file, start);
}

/** Whether a quote that begins a word of this line is still open at its end. */
function isInQuotes(line: string): boolean {
  let open = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (open !== '') open = character === open ? '' : open;
    else if (/["']/.test(character) && /[\s=:,[{(-]/.test(line.charAt(at - 1) || ' ')) open = character;
  }
  return open !== '';
}

/** Behind a quote that a line before this one opened a `#` begins no comment either. */
function isInValue({ documents }: ParsedFile, offset: number): boolean {
  const variables = documents.flatMap((document) => (document.type === 'flags' ? document.variables : []));
  return variables.some(({ valueRange }) => valueRange.start < offset && offset < valueRange.end);
}

/** Ids are parted by blanks or commas; what follows ` -- ` is a reason for people. */
function namesIn(text: string, start: number): readonly Located<string>[] {
  const reason = text.search(/(?:^|[ \t])--(?:[ \t]|$)/);
  const names = reason === -1 ? text : text.slice(0, reason);
  return [...names.matchAll(/[^\s,]+/g)].map((match) => ({
    value: match[0],
    range: { start: start + match.index, end: start + match.index + match[0].length },
  }));
}

function covers(file: ParsedFile, line: number, scope: string | undefined): Range | undefined {
  if (scope === undefined) return undefined;
  if (scope === '-line') return file.source.lineRange(line);
  return commandFrom(file, nextWrittenLine(file.source, line + 1));
}

/** Comments may stand above one another: they all mean the next line that is none. */
function nextWrittenLine(source: SourceText, line: number): number {
  let next = line;
  while (next < source.lineStarts.length - 1 && /^\s*(?:[#;]|$)/.test(source.slice(source.lineRange(next)))) next += 1;
  return next;
}

/** A command line that begins on this line is meant as a whole, with its continuations. */
function commandFrom(file: ParsedFile, line: number): Range {
  const range = file.source.lineRange(line);
  const commands = withEmbedded([file]).flatMap(commandsIn);
  const ends = commands.filter(({ head }) => file.source.lineAt(head.start) === line).map(({ whole }) => whole.end);
  return { start: range.start, end: Math.max(range.end, continuedEnd(file, line), ...ends) };
}

/** Where a command of a script ends, whatever it is. */
function continuedEnd({ kind, source }: ParsedFile, line: number): number {
  const lines = kind === 'shell-script' ? source.lineStarts.length : 0;
  let last = line;
  while (last < lines - 1 && source.slice(source.lineRange(last)).endsWith('\\')) last += 1;
  return source.lineRange(last).end;
}

function commandsIn({ source, documents }: ParsedFile): readonly { readonly head: Range; readonly whole: Range }[] {
  const lines = documents.flatMap((document) => (document.type === 'flags' ? document.commandLines : []));
  return lines.map(({ headRange, range }) => ({
    head: outermostPlace(source, headRange).range,
    whole: outermostPlace(source, range).range,
  }));
}
