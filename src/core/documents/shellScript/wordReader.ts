import type { UnknownPart, Word } from '../flags/word';
import { MappedTextBuilder, type MappedText } from '../mappedText';
import { lineEndLength } from './textPlaces';

/** Something that the shell fills in: `$NAME`, `${NAME…}`, `$(…)`, `` `…` ``, `$((…))`, `$1`. */
export interface Expansion {
  readonly length: number;
  /** Set where the whole of a variable's value is filled in. */
  readonly name: string | undefined;
  /** True for `${NAME[@]}`, which stays several words inside of quotes, too. */
  readonly isList: boolean;
  /** False when the closing mark is missing: whatever is put behind becomes part of it. */
  readonly isClosed: boolean;
}

/** Where something that has a closing mark ends: behind the mark, or where reading gave up. */
export interface ClosedEnd {
  readonly end: number;
  readonly isClosed: boolean;
}

/** Ends of templates by their starts. */
export type TemplateEnds = ReadonlyMap<number, number>;

const PLAIN = /[\w\-./:=,@%+*?~^!\][#]+/y;

const PARAMETER = /\$(?:([A-Za-z_]\w*)|[0-9@*#?$!-])/y;

/** `:-` and `-` give the value itself when there is one. */
const BRACED = /^\$\{([A-Za-z_]\w*)(\[[@*]\])?(?::?[-=?][^\n]*)?\}$/;

const ESCAPED_IN_DOUBLE_QUOTES = '"\\`$';

const TEMPLATE = { type: 'template', name: undefined, unsplit: false } as const;

const ANSI_ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"' };

/** Reads the words of a script as POSIX quoting has them (POSIX 2.2), with what bash adds to it. */
export class ShellWordReader {
  readonly #text: string;
  #builder: MappedTextBuilder;
  #unknown: UnknownPart[] = [];
  #at = 0;
  #openAt: number | undefined;

  /** `substitutionEnd` returns the end of a command in parentheses, from the place behind its `(`. */
  constructor(
    readonly base: MappedText,
    readonly templateEnds: TemplateEnds,
    readonly substitutionEnd: (start: number) => ClosedEnd,
  ) {
    this.#text = base.text;
    this.#builder = new MappedTextBuilder(base, 0);
  }

  /** Returns the word that starts at a place, and the place behind it; a quote that is never closed reaches to the end. */
  read(start: number): { readonly word: Word; readonly end: number } {
    const outer = { at: this.#at, builder: this.#builder, unknown: this.#unknown, openAt: this.#openAt };
    this.#builder = new MappedTextBuilder(this.base, start);
    this.#unknown = [];
    this.#openAt = undefined;
    this.#at = start;
    while (this.#at < this.#text.length && !this.#isAtEnd()) this.#step();
    const end = Math.max(this.#at, start + 1);
    const word: Word = {
      content: this.#builder.build(),
      range: this.base.rangeOf(start, end),
      unknown: this.#unknown,
      ...this.#unclosed(),
    };
    this.#at = outer.at;
    this.#builder = outer.builder;
    this.#unknown = outer.unknown;
    this.#openAt = outer.openAt;
    return { word, end };
  }

  /** Returns what the shell fills in at a place, or undefined when that is an ordinary character. */
  expansionAt(at: number): Expansion | undefined {
    const text = this.#text;
    if (text[at] === '`') return this.#upTo(at, this.#backtickEnd(at + 1));
    if (text[at] !== '$') return undefined;
    if (text.startsWith('$((', at)) return this.#upTo(at, this.#balancedEnd(at + 1, '(', ')'));
    if (text[at + 1] === '(') return this.#upTo(at, this.substitutionEnd(at + 2));
    if (text[at + 1] === '{') return this.#braced(at, this.#balancedEnd(at + 1, '{', '}'));
    PARAMETER.lastIndex = at;
    const match = PARAMETER.exec(text);
    return match ? { length: match[0].length, name: match[1], isList: false, isClosed: true } : undefined;
  }

  #unclosed(): Pick<Word, 'hasOpenQuote' | 'openAt'> {
    const at = this.#openAt;
    return at === undefined
      ? { hasOpenQuote: false }
      : { hasOpenQuote: true, openAt: this.base.rangeOf(at, at + 1).start };
  }

  #isAtEnd(): boolean {
    const character = this.#text.charAt(this.#at);
    if (this.templateEnds.has(this.#at)) return false;
    if (character === '<' || character === '>') return this.#text[this.#at + 1] !== '(';
    return ' \t\r\n;&|()'.includes(character);
  }

  #step(): void {
    const at = this.#at;
    const character = this.#text[at];
    PLAIN.lastIndex = at;
    const template = this.templateEnds.get(at);
    if (template !== undefined) this.#addUnknown(TEMPLATE, template);
    else if (PLAIN.test(this.#text)) this.#keepTo(PLAIN.lastIndex);
    else if (character === '\\') this.#escape();
    else if (character === "'") this.#singleQuotes(at + 1);
    else if (character === '"') this.#doubleQuotes(at + 1);
    else if (this.#text.startsWith("$'", at)) this.#ansiQuotes(at + 2);
    else if (this.#text.startsWith('$"', at)) this.#doubleQuotes(at + 2);
    else if ((character === '<' || character === '>') && this.#text[at + 1] === '(')
      this.#process(this.substitutionEnd(at + 2));
    else if (!this.#expand(false)) this.#keepTo(at + 1);
  }

  #escape(): void {
    const lineEnd = lineEndLength(this.#text, this.#at + 1);
    if (lineEnd > 0) this.#at += 1 + lineEnd;
    else if (this.#at + 1 >= this.#text.length) this.#keepTo(this.#at + 1);
    else this.#replaceTo(this.#at + 2, this.#text.charAt(this.#at + 1));
  }

  #singleQuotes(start: number): void {
    const end = this.#text.indexOf("'", start);
    if (end === -1) this.#openAt ??= start - 1;
    const limit = end === -1 ? this.#text.length : end;
    this.#at = start;
    if (this.templateEnds.size === 0) this.#keepTo(limit);
    while (this.#at < limit) {
      const template = this.templateEnds.get(this.#at);
      if (template === undefined || template > limit) this.#keepTo(this.#at + 1);
      else this.#addUnknown(TEMPLATE, template);
    }
    this.#at = limit + 1;
  }

  #doubleQuotes(start: number): void {
    this.#at = start;
    for (; this.#at < this.#text.length;) {
      const character = this.#text.charAt(this.#at);
      const template = this.templateEnds.get(this.#at);
      if (template !== undefined) this.#addUnknown(TEMPLATE, template);
      else if (character === '"') {
        this.#at += 1;
        return;
      } else if (character === '\\' && this.#isEscapedInQuotes(this.#at + 1)) this.#escape();
      else if (!this.#expand(true)) this.#keepTo(this.#at + 1);
    }
    this.#openAt ??= start - 1;
  }

  #isEscapedInQuotes(at: number): boolean {
    return (
      lineEndLength(this.#text, at) > 0 ||
      (at < this.#text.length && ESCAPED_IN_DOUBLE_QUOTES.includes(this.#text.charAt(at)))
    );
  }

  #ansiQuotes(start: number): void {
    for (this.#at = start; this.#at < this.#text.length;) {
      const character = this.#text[this.#at];
      const escaped = this.#text.charAt(this.#at + 1);
      if (character === "'") {
        this.#at += 1;
        return;
      }
      if (character === '\\' && escaped !== '') this.#replaceTo(this.#at + 2, ANSI_ESCAPES[escaped] ?? `\\${escaped}`);
      else this.#keepTo(this.#at + 1);
    }
    this.#openAt ??= start - 1;
  }

  #expand(isQuoted: boolean): boolean {
    const at = this.#at;
    const expansion = this.expansionAt(at);
    if (!expansion) return false;
    const { name, length, isList, isClosed } = expansion;
    const unsplit = isQuoted && !isList;
    if (!isClosed) this.#openAt ??= at;
    this.#addUnknown({ type: name === undefined ? 'template' : 'variable', name, unsplit }, at + length);
    return true;
  }

  /** `<(…)` and `>(…)`. */
  #process({ end, isClosed }: ClosedEnd): void {
    if (!isClosed) this.#openAt ??= this.#at;
    this.#addUnknown({ type: 'template', name: undefined, unsplit: true }, end);
  }

  #addUnknown(part: Omit<UnknownPart, 'start' | 'end'>, end: number): void {
    const start = this.#builder.length;
    this.#unknown.push({ start, end: start + end - this.#at, ...part });
    this.#keepTo(end);
  }

  #keepTo(end: number): void {
    this.#builder.keep(this.#at, end);
    this.#at = end;
  }

  #replaceTo(end: number, text: string): void {
    this.#builder.replace(this.#at, end, text);
    this.#at = end;
  }

  #upTo(at: number, { end, isClosed }: ClosedEnd): Expansion {
    return { length: end - at, name: undefined, isList: false, isClosed };
  }

  #braced(at: number, { end, isClosed }: ClosedEnd): Expansion {
    const [, name, index] = BRACED.exec(this.#text.slice(at, end)) ?? [];
    return { length: end - at, name, isList: index === '[@]', isClosed };
  }

  /** What is not closed ends with its line. */
  #balancedEnd(start: number, opening: string, closing: string): ClosedEnd {
    let depth = 0;
    for (let at = start; at < this.#text.length; at += 1) {
      const character = this.#text[at];
      if (character === '\n') return { end: at, isClosed: false };
      if (character === '\\') at += 1;
      else if (character === opening) depth += 1;
      else if (character === closing) {
        depth -= 1;
        if (depth === 0) return { end: at + 1, isClosed: true };
      }
    }
    return { end: this.#text.length, isClosed: false };
  }

  #backtickEnd(start: number): ClosedEnd {
    for (let at = start; at < this.#text.length; at += 1) {
      if (this.#text[at] === '\\') at += 1;
      else if (this.#text[at] === '`') return { end: at + 1, isClosed: true };
    }
    return { end: this.#text.length, isClosed: false };
  }
}
