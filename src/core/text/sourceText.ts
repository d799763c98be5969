import type { TextEdit } from './edit';
import type { Position, Range } from './range';

const BYTE_ORDER_MARK = 0xfeff;

/** Where a text stands that is written inside another one: a heredoc, a block scalar of a manifest. */
export interface OuterText {
  readonly source: SourceText;
  /** Returns where a range of the inner text is written in the outer one. */
  rangeOf(range: Range): Range;
  /** Returns an edit of the inner text as one of the outer text, or undefined when it cannot be made there. */
  editOf(edit: Pick<TextEdit, 'range' | 'newText'>): Pick<TextEdit, 'range' | 'newText'> | undefined;
}

/** One file's text with its path; the only place that turns offsets into lines and back. */
export class SourceText {
  #lineStarts: readonly number[] | undefined;

  /**
   * `path` is what surfaces show and what findings carry; it is never opened here. A text with an `outer` one is no file
   * of its own: its path is that of the file with the inner path behind it.
   */
  constructor(
    readonly path: string,
    readonly text: string,
    readonly outer?: OuterText,
  ) {}

  /** Offset of the first character after a byte order mark: 0 or 1. */
  get contentStart(): number {
    return this.text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  }

  /** The line ending new lines should get: that of the first line, `\n` when there is none. */
  get lineEnding(): '\n' | '\r\n' {
    const newline = this.text.indexOf('\n');
    return newline > 0 && this.text[newline - 1] === '\r' ? '\r\n' : '\n';
  }

  /** Offsets at which each line starts; always at least one. `\n`, `\r\n` and lone `\r` end a line. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= findLineStarts(this.text);
    return this.#lineStarts;
  }

  /** Returns the line and column of an offset; offsets outside the text are moved to its ends. */
  positionAt(offset: number): Position {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    const line = this.lineAt(inside);
    return { line, column: inside - (this.lineStarts[line] ?? 0) };
  }

  /** Returns the 0-based line that holds an offset. */
  lineAt(offset: number): number {
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Returns the range of a 0-based line without its line ending; the last line's when there are fewer lines. */
  lineRange(line: number): Range {
    const starts = this.lineStarts;
    const index = Math.min(Math.max(line, 0), starts.length - 1);
    const start = starts[index] ?? 0;
    let end = starts[index + 1] ?? this.text.length;
    if (index + 1 < starts.length) {
      if (this.text[end - 1] === '\n') end -= 1;
      if (end > start && this.text[end - 1] === '\r') end -= 1;
    }
    return { start, end };
  }

  /** Returns the text of a range. */
  slice(range: Range): string {
    return this.text.slice(range.start, range.end);
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 10) starts.push(offset + 1);
    else if (code === 13 && text.charCodeAt(offset + 1) !== 10) starts.push(offset + 1);
  }
  return starts;
}
