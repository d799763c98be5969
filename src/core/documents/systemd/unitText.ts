import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import { MappedText, MappedTextBuilder } from '../mappedText';
import { findTemplates, isStatement } from '../templates';

/** `Key=value` of a unit, its continued lines joined. */
export interface UnitEntry {
  readonly section: string;
  readonly key: string;
  readonly keyRange: Range;
  /** The value without blanks around it; a backslash at a line end is a blank, comment lines in between are gone. */
  readonly value: MappedText;
  /** End of its last line. */
  readonly end: number;
  /** Lines right behind it that begin like a flag: the line above them does not go on, so systemd ignores them. */
  readonly cutOff: readonly Range[];
}

/** A line that belongs to a command, were it not for the line above. */
const FLAG_LINE = /^--?[A-Za-z]/;

/**
 * Reads the entries of a unit or drop-in as systemd does (systemd.syntax(7)): a line goes on when a backslash stands
 * directly before its end, and comment lines in between are skipped. A line of nothing but a template's statements
 * (`{% if … %}`) does not end a continued value.
 */
export function readUnitText(source: SourceText): readonly UnitEntry[] {
  return new UnitReader(source).read();
}

class UnitReader {
  readonly #base: MappedText;
  readonly #templates: readonly Range[];
  #section = '';
  #line = 0;

  constructor(readonly source: SourceText) {
    this.#base = MappedText.verbatim(source.text);
    this.#templates = findTemplates(source.text);
  }

  read(): readonly UnitEntry[] {
    const entries: UnitEntry[] = [];
    while (this.#line < this.source.lineStarts.length) {
      const range = this.#contentOf(this.#line);
      const text = this.source.slice(range);
      const section = /^\[([^\]]*)\]\s*$/.exec(text)?.[1];
      const equals = text.indexOf('=');
      this.#line += 1;
      if (section !== undefined) this.#section = section;
      else if (!isComment(text) && equals > 0) entries.push(this.#entry(range, equals));
    }
    return entries;
  }

  #entry(first: Range, equals: number): UnitEntry {
    const key = this.source.text.slice(first.start, first.start + equals).trimEnd();
    const builder = new MappedTextBuilder(this.#base, first.start + equals + 1);
    let goesOn = this.#append(builder, { start: first.start + equals + 1, end: first.end });
    let { end } = first;
    while (goesOn && this.#line < this.source.lineStarts.length) {
      const range = this.#contentOf(this.#line);
      this.#line += 1;
      if (isComment(this.source.slice(range))) continue;
      goesOn = this.#append(builder, range) || this.#isStatementLine(range);
      ({ end } = range);
    }
    const keyRange = { start: first.start, end: first.start + key.length };
    return { section: this.#section, key, keyRange, value: trimmed(builder.build()), end, cutOff: this.#cutOff() };
  }

  /** A template may write the backslash that is missing. */
  #cutOff(): readonly Range[] {
    if (this.#templates.length > 0) return [];
    const lines: Range[] = [];
    let goesOn = false;
    while (this.#line < this.source.lineStarts.length) {
      const range = this.#contentOf(this.#line);
      if (!goesOn && !FLAG_LINE.test(this.source.slice(range))) break;
      lines.push(range);
      goesOn = backslashesBefore(this.source.text, range.end) % 2 === 1;
      this.#line += 1;
    }
    return lines;
  }

  /** Adds a line to a value and returns whether the value goes on in the next one. */
  #append(builder: MappedTextBuilder, { start, end }: Range): boolean {
    const goesOn = backslashesBefore(this.source.text, end) % 2 === 1;
    builder.keep(start, goesOn ? end - 1 : end);
    builder.replace(goesOn ? end - 1 : end, end, ' ');
    return goesOn;
  }

  #isStatementLine(range: Range): boolean {
    const inside = this.#templates.filter(({ start, end }) => start >= range.start && end <= range.end);
    if (!inside.every((template) => isStatement(this.source.slice(template)))) return false;
    const length = inside.reduce((sum, { start, end }) => sum + end - start, 0);
    return length > 0 && length === this.source.slice(range).trim().length;
  }

  /** The line without its indentation. */
  #contentOf(line: number): Range {
    const { start, end } = this.source.lineRange(line);
    const from = line === 0 ? this.source.contentStart : start;
    const text = this.source.text.slice(from, end);
    return { start: from + leadingBlanks(text), end };
  }
}

function isComment(text: string): boolean {
  return text.startsWith('#') || text.startsWith(';');
}

function trimmed(value: MappedText): MappedText {
  const start = leadingBlanks(value.text);
  let end = value.text.length;
  while (end > start && isBlank(value.text.charAt(end - 1))) end -= 1;
  return value.slice(start, end);
}

function leadingBlanks(text: string): number {
  let at = 0;
  while (at < text.length && isBlank(text.charAt(at))) at += 1;
  return at;
}

/** No-break spaces are no blanks to systemd. */
function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

function backslashesBefore(text: string, end: number): number {
  let start = end;
  while (start > 0 && text[start - 1] === '\\') start -= 1;
  return end - start;
}
