import type { Range } from '../../text/range';
import { MappedTextBuilder, type MappedText } from '../mappedText';
import { isStatement } from '../templates';

/** How a value is quoted; `mixed` is anything but one quoted or one bare stretch. */
export type Quoting = 'none' | 'single' | 'double' | 'mixed';

export interface Value {
  readonly quoting: Quoting;
  /** The value after quotes, escapes and continuations are undone. */
  readonly content: MappedText;
  /** The value as written, without the quotes around it. */
  readonly range: Range;
  /** Place of a quote that is never closed. */
  readonly openQuote: number | undefined;
  /** Where reading goes on. */
  readonly next: number;
}

const ESCAPED_IN_DOUBLE_QUOTES = '"\\`$';

/** Ends of the templates of a text by their starts: quotes inside them mean nothing. */
export type TemplateEnds = ReadonlyMap<number, number>;

/** Reads the value of an assignment that starts at a place of `base`, which is a whole source. */
export function readValue(base: MappedText, start: number, templateEnds: TemplateEnds): Value {
  const reader = new ValueReader(base, start, templateEnds);
  return isQuote(base.text[start]) ? reader.quotedValue() : reader.bareValue();
}

class ValueReader {
  readonly #text: string;
  readonly #builder: MappedTextBuilder;
  #at: number;
  #lastTemplateEnd = 0;
  #openQuote: number | undefined;

  constructor(
    base: MappedText,
    readonly start: number,
    readonly templateEnds: TemplateEnds,
  ) {
    this.#text = base.text;
    this.#at = start;
    this.#builder = new MappedTextBuilder(base, isQuote(base.text[start]) ? start + 1 : start);
  }

  /** Quoted and bare stretches without a blank between them. */
  quotedValue(): Value {
    const stretches: Quoting[] = [];
    while (this.#at < this.#text.length && !isBlank(this.#text[this.#at]) && this.#text[this.#at] !== ';') {
      const quote = this.#text[this.#at];
      if (stretches.length > 0 && this.#isStatement()) break;
      if (isQuote(quote)) this.#quotedStretch(quote);
      else this.#bareStretch();
      stretches.push(quote === '"' ? 'double' : quote === "'" ? 'single' : 'none');
    }
    const quoting = stretches.length === 1 ? (stretches[0] ?? 'none') : 'mixed';
    const inset = quoting === 'mixed' ? 0 : 1;
    const end = this.#at - (this.#openQuote === undefined ? inset : 0);
    return this.#value(quoting, { start: this.start + inset, end });
  }

  /** Everything up to a comment or the end of the line; systemd keeps blanks and quotes in it. */
  bareValue(): Value {
    let end = this.start;
    while (this.#at < this.#text.length && this.#text[this.#at] !== '\n') {
      const character = this.#text[this.#at];
      if (character === '#' && this.#at > this.start && isBlank(this.#text[this.#at - 1])) break;
      if (this.#skipContinuation() || this.#keepTemplate()) continue;
      this.#keep(1);
      if (!isBlank(character)) end = this.#at;
    }
    return this.#value('none', { start: this.start, end: Math.max(end, this.#lastTemplateEnd) });
  }

  #value(quoting: Quoting, range: Range): Value {
    return { quoting, content: this.#builder.build(), range, openQuote: this.#openQuote, next: this.#at };
  }

  #quotedStretch(quote: string): void {
    const limit = this.#quoteEnd(quote);
    this.#at += 1;
    while (this.#at < limit) {
      if (this.#skipContinuation() || this.#keepTemplate()) continue;
      const escaped = this.#text.charAt(this.#at + 1);
      if (
        quote === '"' &&
        this.#text[this.#at] === '\\' &&
        ESCAPED_IN_DOUBLE_QUOTES.includes(escaped) &&
        escaped !== ''
      ) {
        this.#builder.replace(this.#at, this.#at + 2, escaped);
        this.#at += 2;
      } else this.#keep(1);
    }
    if (this.#openQuote === undefined) this.#at += 1;
  }

  /** Place of the closing quote; the end of the line (going on after backslashes) when there is none. */
  #quoteEnd(quote: string): number {
    let lineEnd: number | undefined;
    for (let at = this.#at + 1; at < this.#text.length; at += 1) {
      const character = this.#text[at];
      at = (this.templateEnds.get(at) ?? at + 1) - 1;
      if (character === quote) return at;
      if (character === '\\' && (quote === '"' || lineEndLength(this.#text, at + 1) > 0))
        at += lineEndLength(this.#text, at + 1) || 1;
      else if (character === '\n') lineEnd ??= at;
    }
    this.#openQuote = this.#at;
    return lineEnd ?? this.#text.length;
  }

  /** `{% endif %}` right behind a quote belongs to what stands around the assignment. */
  #isStatement(): boolean {
    const end = this.templateEnds.get(this.#at);
    return end !== undefined && isStatement(this.#text.slice(this.#at, end));
  }

  #bareStretch(): void {
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at];
      if (isBlank(character) || isQuote(character) || character === ';') return;
      if (!this.#skipContinuation() && !this.#keepTemplate()) this.#keep(1);
    }
  }

  #skipContinuation(): boolean {
    if (this.#text[this.#at] !== '\\') return false;
    const length = lineEndLength(this.#text, this.#at + 1);
    if (length > 0) this.#at += 1 + length;
    return length > 0;
  }

  #keepTemplate(): boolean {
    const end = this.templateEnds.get(this.#at);
    if (end === undefined) return false;
    this.#keep(end - this.#at);
    this.#lastTemplateEnd = end;
    return true;
  }

  #keep(length: number): void {
    this.#builder.keep(this.#at, this.#at + length);
    this.#at += length;
  }
}

function isQuote(character: string | undefined): character is '"' | "'" {
  return character === '"' || character === "'";
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

function lineEndLength(text: string, at: number): number {
  if (text[at] === '\n') return 1;
  return text[at] === '\r' && text[at + 1] === '\n' ? 2 : 0;
}
