import type { SourceText } from '../../text/sourceText';
import type { Word } from '../flags/word';
import { MappedText, MappedTextBuilder } from '../mappedText';

/** Puts the texts that commands of one file write behind one another. */
export class WrittenText {
  readonly #builder: MappedTextBuilder;

  constructor(
    readonly source: SourceText,
    start: number,
  ) {
    this.#builder = new MappedTextBuilder(MappedText.verbatim(source.text), start);
  }

  add(content: MappedText): void {
    const { text } = content;
    for (const { at, length, source } of content.piecesOf(0, text.length)) {
      const piece = text.slice(at, at + length);
      if (this.source.slice(source) === piece) this.#builder.keep(source.start, source.end);
      else this.#builder.replace(source.start, source.end, piece);
    }
  }

  /** Adds a word with what the shell fills in as templates. */
  addWord({ content, unknown }: Word, escapes: Escapes): void {
    let done = 0;
    for (const { start, end, name, type } of unknown) {
      this.#addEscaped(content.slice(done, start), escapes);
      const isTemplate = type === 'template' && !/^[$`<]/.test(content.text.slice(start, end));
      if (isTemplate) this.add(content.slice(start, end));
      else this.addText(content.rangeOf(start, end), `{{${name ?? 'shell'}}}`);
      done = end;
    }
    this.#addEscaped(content.slice(done), escapes);
  }

  /** Adds characters that stand for a stretch of the file, or at a place of it. */
  addText({ start, end }: { readonly start: number; readonly end: number }, text: string): void {
    this.#builder.replace(start, end, text);
  }

  build(): MappedText {
    return this.#builder.build();
  }

  #addEscaped(content: MappedText, escapes: Escapes): void {
    const pattern = /\\[\\nrt]|%%/g;
    let done = 0;
    for (const match of content.text.matchAll(pattern)) {
      const meant = escapes[match[0]];
      if (meant === undefined) continue;
      this.add(content.slice(done, match.index));
      this.addText(content.rangeOf(match.index, match.index + 2), meant);
      done = match.index + 2;
    }
    this.add(content.slice(done));
  }
}

/** What two characters stand for. */
export type Escapes = Readonly<Record<string, string>>;

const BACKSLASHES: Escapes = { '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\\\': '\\' };

/** Returns what `echo` prints. */
export function echoText(source: SourceText, words: readonly Word[], start: number): MappedText {
  const first = words.findIndex(({ content }) => !/^-[neE]+$/.test(content.text));
  const options = words.slice(0, first === -1 ? undefined : first).map(({ content }) => content.text);
  const printed = first === -1 ? [] : words.slice(first);
  const escapes = options.some((option) => option.includes('e')) ? BACKSLASHES : {};
  const text = new WrittenText(source, start);
  for (const [index, word] of printed.entries()) {
    if (index > 0) text.addText({ start: word.range.start, end: word.range.start }, ' ');
    text.addWord(word, escapes);
  }
  const end = printed.at(-1)?.content.rangeOf().end ?? start;
  if (!options.some((option) => option.includes('n'))) text.addText({ start: end, end }, '\n');
  return text.build();
}

/** Returns what `printf` prints; undefined for a format with more than `%s` in it. */
export function printfText(source: SourceText, words: readonly Word[], start: number): MappedText | undefined {
  const [format, ...values] = words;
  if (!format || format.unknown.length > 0 || format.content.text.replaceAll(/%[s%]/g, '').includes('%'))
    return undefined;
  const parts = formatParts(format.content);
  const slots = parts.length - 1;
  const text = new WrittenText(source, start);
  for (let at = 0; at === 0 || (slots > 0 && at < values.length); at += Math.max(slots, 1)) {
    for (const [index, part] of parts.entries()) {
      text.addWord({ ...format, content: part }, { ...BACKSLASHES, '%%': '%' });
      const value = index < slots ? values[at + index] : undefined;
      if (value) text.addWord(value, {});
    }
  }
  return text.build();
}

function formatParts(format: MappedText): readonly MappedText[] {
  const parts: MappedText[] = [];
  let done = 0;
  for (const match of format.text.matchAll(/%[s%]/g)) {
    if (match[0] === '%%') continue;
    parts.push(format.slice(done, match.index));
    done = match.index + 2;
  }
  return [...parts, format.slice(done)];
}
