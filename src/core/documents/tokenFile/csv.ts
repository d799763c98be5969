import type { Range } from '../../text/range';
import { MappedText, MappedTextBuilder } from '../mappedText';

/** One field of a CSV row. */
export interface CsvField {
  readonly content: MappedText;
  /** As written, quotes included. */
  readonly range: Range;
}

export interface CsvRow {
  readonly fields: readonly CsvField[];
  readonly range: Range;
  /** Place of a quote that Go's encoding/csv refuses. */
  readonly badQuote: Range | undefined;
}

/**
 * Reads CSV as Go's encoding/csv does by default: empty lines are skipped, quoted fields may span lines, a quote inside a
 * bare field or behind a quoted one is an error. A row with such a quote is read on as if the quote were ordinary.
 */
export function readCsv(text: string, start: number): readonly CsvRow[] {
  const reader = new CsvReader(text, start);
  return reader.rows();
}

class CsvReader {
  readonly #base: MappedText;
  #at: number;
  #badQuote: Range | undefined;

  constructor(
    readonly text: string,
    start: number,
  ) {
    this.#base = MappedText.verbatim(text);
    this.#at = start;
  }

  rows(): readonly CsvRow[] {
    const rows: CsvRow[] = [];
    for (;;) {
      while (this.#at < this.text.length && this.#lineEndLength() > 0) this.#at += this.#lineEndLength();
      if (this.#at >= this.text.length) return rows;
      rows.push(this.#row());
    }
  }

  #row(): CsvRow {
    const start = this.#at;
    this.#badQuote = undefined;
    const fields = [this.#field()];
    while (this.text[this.#at] === ',') {
      this.#at += 1;
      fields.push(this.#field());
    }
    return { fields, range: { start, end: this.#at }, badQuote: this.#badQuote };
  }

  #field(): CsvField {
    const start = this.#at;
    const isQuoted = this.text[start] === '"';
    const builder = new MappedTextBuilder(this.#base, isQuoted ? start + 1 : start);
    if (isQuoted) this.#quoted(builder);
    this.#bare(builder);
    return { content: builder.build(), range: { start, end: this.#at } };
  }

  /** Up to and with the closing quote; without one the field ends with its line, so that the rows behind it can be read. */
  #quoted(builder: MappedTextBuilder): void {
    const end = this.#closingQuote();
    if (end === undefined) {
      this.#refuse(this.#at);
      this.#at += 1;
      return;
    }
    let from = this.#at + 1;
    for (let at = this.text.indexOf('"', from); at < end; at = this.text.indexOf('"', from)) {
      builder.keep(from, at);
      builder.replace(at, at + 2, '"');
      from = at + 2;
    }
    builder.keep(from, end);
    this.#at = end + 1;
    if (!this.#isFieldEnd()) this.#refuse(end);
  }

  #closingQuote(): number | undefined {
    for (let at = this.text.indexOf('"', this.#at + 1); at !== -1; at = this.text.indexOf('"', at + 2)) {
      if (this.text[at + 1] !== '"') return at;
    }
    return undefined;
  }

  #bare(builder: MappedTextBuilder): void {
    const start = this.#at;
    while (!this.#isFieldEnd()) {
      if (this.text[this.#at] === '"') this.#refuse(this.#at);
      this.#at += 1;
    }
    builder.keep(start, this.#at);
  }

  #isFieldEnd(): boolean {
    return this.#at >= this.text.length || this.text[this.#at] === ',' || this.#lineEndLength() > 0;
  }

  #refuse(at: number): void {
    this.#badQuote ??= { start: at, end: at + 1 };
  }

  #lineEndLength(): number {
    if (this.text[this.#at] === '\n') return 1;
    return this.text[this.#at] === '\r' && this.text[this.#at + 1] === '\n' ? 2 : 0;
  }
}
