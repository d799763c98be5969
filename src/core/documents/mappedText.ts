import type { Range } from '../text/range';

/** A stretch of a mapped text and the stretch of the source it stands for. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly source: Range;
}

/** A text made from a source by undoing its quoting; each character knows where it was written. */
export class MappedText {
  readonly #pieces: readonly Piece[];
  readonly #anchor: number;

  /** `anchor` is the source offset that an empty text stands at. */
  constructor(
    readonly text: string,
    pieces: readonly Piece[],
    anchor: number,
  ) {
    this.#pieces = pieces;
    this.#anchor = anchor;
  }

  /** Returns a stretch of a source as it stands; all of it by default. */
  static verbatim(source: string, range: Range = { start: 0, end: source.length }): MappedText {
    const text = source.slice(range.start, range.end);
    return new MappedText(text, text === '' ? [] : [{ at: 0, length: text.length, source: range }], range.start);
  }

  /** Returns the source range of a stretch of this text; an empty one lies where its next character would be. */
  rangeOf(start = 0, end = this.text.length): Range {
    const from = this.#startOf(start);
    return { start: from, end: end > start ? this.#endOf(end - 1) : from };
  }

  /** Returns a stretch of this text, still mapped to the source. */
  slice(start: number, end = this.text.length): MappedText {
    return new MappedText(this.text.slice(start, end), this.piecesOf(start, end), this.#startOf(start));
  }

  /** Returns the pieces of a stretch, counted from its start: what `MappedTextBuilder` joins. */
  piecesOf(start: number, end: number): readonly Piece[] {
    const pieces: Piece[] = [];
    for (let index = this.#indexAt(start); index < this.#pieces.length; index += 1) {
      const piece = this.#pieces[index];
      if (!piece || piece.at >= end) break;
      pieces.push(cut(piece, Math.max(start, piece.at), Math.min(end, piece.at + piece.length), start));
    }
    return pieces;
  }

  /** Index of the first piece that ends after a place in the text. */
  #indexAt(place: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle];
      if (piece && piece.at + piece.length <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #startOf(place: number): number {
    const piece = this.#pieces[this.#indexAt(place)];
    if (!piece) return this.#pieces.at(-1)?.source.end ?? this.#anchor;
    return isVerbatim(piece) ? piece.source.start + place - piece.at : piece.source.start;
  }

  #endOf(place: number): number {
    const piece = this.#pieces[this.#indexAt(place)];
    if (!piece) return this.#startOf(place);
    return isVerbatim(piece) ? piece.source.start + place - piece.at + 1 : piece.source.end;
  }
}

/** Makes a mapped text of kept, replaced and left-out stretches of another one, from left to right. */
export class MappedTextBuilder {
  readonly #pieces: Piece[] = [];
  #text = '';
  /** Stretch of the base that is kept and not yet taken over. */
  #kept: Range;

  /** `anchor` is the place in `base` that an empty result stands at. */
  constructor(
    readonly base: MappedText,
    readonly anchor: number,
  ) {
    this.#kept = { start: anchor, end: anchor };
  }

  /** Takes over a stretch of the base as it stands. */
  keep(start: number, end: number): void {
    if (start !== this.#kept.end) this.#takeOver();
    this.#kept = { start: start === this.#kept.end ? this.#kept.start : start, end };
  }

  /** Puts other characters in the place of a stretch of the base, such as `"` for `\"`. */
  replace(start: number, end: number, text: string): void {
    if (text === '') return;
    this.#takeOver();
    this.#kept = { start: end, end };
    this.#pieces.push({ at: this.#text.length, length: text.length, source: this.base.rangeOf(start, end) });
    this.#text += text;
  }

  get length(): number {
    return this.#text.length + this.#kept.end - this.#kept.start;
  }

  build(): MappedText {
    this.#takeOver();
    return new MappedText(this.#text, this.#pieces, this.base.rangeOf(this.anchor, this.anchor).start);
  }

  #takeOver(): void {
    const { start, end } = this.#kept;
    for (const piece of this.base.piecesOf(start, end)) {
      this.#pieces.push({ ...piece, at: this.#text.length + piece.at });
    }
    this.#text += this.base.text.slice(start, end);
    this.#kept = { start: end, end };
  }
}

function isVerbatim(piece: Piece): boolean {
  return piece.length === piece.source.end - piece.source.start;
}

function cut(piece: Piece, from: number, to: number, start: number): Piece {
  if (!isVerbatim(piece)) return { at: from - start, length: to - from, source: piece.source };
  const source = piece.source.start + from - piece.at;
  return { at: from - start, length: to - from, source: { start: source, end: source + to - from } };
}
