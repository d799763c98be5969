import type { TextEdit } from '../../text/edit';
import type { OuterText } from '../../text/sourceText';
import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import type { MappedText } from '../mappedText';
import type { EmbeddedFile, EmbeddedWriting } from './embeddedFile';

type Edit = Pick<TextEdit, 'range' | 'newText'>;

/** The place of an embedded file in the file that holds it. */
export class EmbeddedPlace implements OuterText {
  readonly #content: MappedText;
  readonly #writing: EmbeddedWriting;

  constructor(
    readonly source: SourceText,
    { content, writing }: EmbeddedFile,
  ) {
    this.#content = content;
    this.#writing = writing;
  }

  rangeOf({ start, end }: Range): Range {
    return this.#content.rangeOf(start, end);
  }

  /** Whole lines are edited with their indentation, so that no line gets a second one or loses its own. */
  editOf({ range, newText }: Edit): Edit | undefined {
    const lines = this.#encoded(newText);
    if (!lines) return undefined;
    const start = this.#offsetOf(range.start);
    const end = range.end > range.start ? this.#offsetOf(range.end) : start;
    const { indentation, lineEnd } = this.#writing;
    const behindLastLine = this.#isLineStart(range.end) && range.end === this.#content.text.length;
    const text = lines.join((lineEnd ?? this.source.lineEnding) + indentation);
    if (!behindLastLine || indentation === '') return { range: { start, end }, newText: text };
    return this.#editOfLastLines({ start: this.#isLineStart(range.start) ? this.#lineStart(start) : start, end }, text);
  }

  /** Behind the last line there is no indentation: each line brings its own, and none is left over. */
  #editOfLastLines(range: Range, text: string): Edit {
    const { indentation } = this.#writing;
    const isWhole = range.start === this.#lineStart(range.start);
    const indented = isWhole && text !== '' ? indentation + text : text;
    const newText = indented.endsWith(indentation) ? indented.slice(0, -indentation.length) : indented;
    return { range, newText };
  }

  #encoded(text: string): readonly string[] | undefined {
    const lines = text.split(/\r?\n/).map((line) => this.#writing.encode(line));
    return lines.every((line) => line !== undefined) ? lines : undefined;
  }

  /** Where the next character stands; behind the last one at the end. */
  #offsetOf(offset: number): number {
    return this.#content.rangeOf(offset, offset).start;
  }

  #isLineStart(offset: number): boolean {
    return offset === 0 || this.#content.text[offset - 1] === '\n';
  }

  #lineStart(offset: number): number {
    return this.source.lineRange(this.source.lineAt(offset)).start;
  }
}
