import { MappedTextBuilder, type MappedText } from '../mappedText';
import { findTemplates } from '../templates';
import type { UnknownPart, Word } from './word';

export type Quote = '"' | "'" | undefined;

/** How one host writes words. */
export interface WordSyntax {
  /** Returns what the characters at a place stand for, or undefined when the first of them stands for itself. */
  escapeAt(text: string, at: number, quote: Quote): Escape | undefined;
  /** Returns the part that is filled in later, or undefined when none starts here. */
  unknownAt(text: string, at: number, quote: Quote): UnknownHere | undefined;
}

/** Characters as written, by their number, and what they mean. */
export interface Escape {
  readonly length: number;
  readonly text: string;
}

/** A part that starts where the splitter stands. */
export type UnknownHere = Omit<UnknownPart, 'start' | 'end'> & { readonly length: number };

const VARIABLE = /\$(?:\{([A-Za-z_]\w*)(?:[^\w{}$\s][^{}$\s]*)?\}|([A-Za-z_]\w*))/y;

/** Returns the `$NAME` or `${NAME…}` at a place of a text, or undefined. */
export function variableAt(text: string, at: number): { name: string; length: number; braced: boolean } | undefined {
  if (text[at] !== '$') return undefined;
  VARIABLE.lastIndex = at;
  const match = VARIABLE.exec(text);
  const name = match?.[1] ?? match?.[2];
  return match && name !== undefined ? { name, length: match[0].length, braced: match[1] !== undefined } : undefined;
}

/**
 * Words as systemd splits the value of a variable that a command line takes in as `$NAME`
 * (systemd.service(5), "Command lines"): quotes keep a word together, a backslash makes the next character ordinary.
 */
export const variableValueSyntax: WordSyntax = {
  escapeAt: (text, at, quote) =>
    text[at] === '\\' && quote !== "'" && at + 1 < text.length ? { length: 2, text: text.charAt(at + 1) } : undefined,
  unknownAt(text, at, quote) {
    const variable = quote === "'" ? undefined : variableAt(text, at);
    return variable && { type: 'variable', name: variable.name, unsplit: quote !== undefined, length: variable.length };
  },
};

/**
 * Splits a text into words at blanks and line ends, quotes taken off. A quote that is never closed is an ordinary
 * character. Templates are never split.
 */
export function splitWords(value: MappedText, syntax: WordSyntax = variableValueSyntax): readonly Word[] {
  return new WordSplitter(value, syntax).words();
}

class WordSplitter {
  readonly #text: string;
  readonly #templateEnds: ReadonlyMap<number, number>;
  #at = 0;
  #openAt: number | undefined;

  constructor(
    readonly value: MappedText,
    readonly syntax: WordSyntax,
  ) {
    this.#text = value.text;
    this.#templateEnds = new Map(findTemplates(value.text).map(({ start, end }) => [start, end]));
  }

  words(): readonly Word[] {
    const words: Word[] = [];
    for (;;) {
      while (this.#at < this.#text.length && isBlank(this.#text[this.#at])) this.#at += 1;
      if (this.#at >= this.#text.length) return words;
      words.push(this.#word());
    }
  }

  #word(): Word {
    const start = this.#at;
    const builder = new MappedTextBuilder(this.value, start);
    const unknown: UnknownPart[] = [];
    let quote: Quote;
    this.#openAt = undefined;
    while (this.#at < this.#text.length && (quote !== undefined || !isBlank(this.#text[this.#at]))) {
      quote = this.#step(builder, unknown, quote);
    }
    return {
      content: builder.build(),
      range: this.value.rangeOf(start, this.#at),
      unknown,
      ...this.#unclosed(quote),
    };
  }

  #unclosed(quote: Quote): Pick<Word, 'hasOpenQuote' | 'openAt'> {
    const openAt = this.#openAt;
    return openAt === undefined ? { hasOpenQuote: quote !== undefined } : { hasOpenQuote: true, openAt };
  }

  #step(builder: MappedTextBuilder, unknown: UnknownPart[], quote: Quote): Quote {
    const at = this.#at;
    const part = this.#unknownHere(quote);
    if (part) {
      unknown.push({ start: builder.length, end: builder.length + part.length, ...part });
      builder.keep(at, at + part.length);
      this.#at += part.length;
      return quote;
    }
    const character = this.#text[at];
    if (character === quote) {
      this.#at += 1;
      return undefined;
    }
    if (quote === undefined && (character === '"' || character === "'")) {
      if (this.#text.includes(character, at + 1)) {
        this.#at += 1;
        return character;
      }
      this.#openAt ??= this.value.rangeOf(at, at + 1).start;
    }
    const escape = this.syntax.escapeAt(this.#text, at, quote);
    if (escape) builder.replace(at, at + escape.length, escape.text);
    else builder.keep(at, at + 1);
    this.#at += escape?.length ?? 1;
    return quote;
  }

  #unknownHere(quote: Quote): UnknownHere | undefined {
    const template = this.#templateEnds.get(this.#at);
    if (template === undefined) return this.syntax.unknownAt(this.#text, this.#at, quote);
    return { type: 'template', name: undefined, unsplit: false, length: template - this.#at };
  }
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
