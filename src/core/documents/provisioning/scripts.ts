import type { SourceText } from '../../text/sourceText';
import { verbatimWriting, type EmbeddedFile, type EmbeddedWriting } from '../embedded/embeddedFile';
import { scalarText, type ScalarText } from '../embedded/scalarText';
import type { MappedText } from '../mappedText';
import { WrittenText } from '../shellScript/writtenText';
import { scalarContent } from '../yaml/scalarContent';
import { itemsOf, type YamlNode } from '../yaml/node';

/** Returns the texts of a list that a shell runs, each as a script with this name. */
export function scriptsIn(source: SourceText, list: YamlNode | undefined, name: string): readonly EmbeddedFile[] {
  return itemsOf(list).flatMap((item) => scriptOf(source, item, name));
}

/**
 * Returns a text that a shell runs as a script with this name, or a list of words that is one command; nothing for what is
 * neither.
 */
export function scriptOf(source: SourceText, node: YamlNode | undefined, name: string): readonly EmbeddedFile[] {
  const text = node?.kind === 'scalar' ? scalarText(source, node) : node && commandText(source, node);
  return text ? [{ path: name, ...text }] : [];
}

/** What a word may hold without quotes. */
const PLAIN = /^[\w./:=,@%+-]+$/;

/** Each item of the list is one word; what is put in must be part of one, too. */
const inWords: EmbeddedWriting = {
  ...verbatimWriting,
  encode: (text) => (/^[\w./:=@%+-]+$/.test(text) ? text : undefined),
};

/** No shell reads the words: they stand in quotes. */
function commandText(source: SourceText, node: YamlNode): ScalarText | undefined {
  const words = itemsOf(node).map((item) => (item.kind === 'scalar' ? scalarContent(source, item) : undefined));
  const text = new WrittenText(source, node.range.start);
  for (const word of words) {
    if (!word) return undefined;
    addWord(text, word);
    text.addText(word.rangeOf(word.text.length), ' ');
  }
  return words.length > 0 ? { content: text.build(), writing: inWords } : undefined;
}

function addWord(text: WrittenText, word: MappedText): void {
  if (PLAIN.test(word.text)) {
    text.add(word);
    return;
  }
  const { start, end } = word.rangeOf();
  text.addText({ start, end: start }, "'");
  let from = 0;
  for (const part of word.text.split("'")) {
    if (from > 0) text.addText(word.rangeOf(from - 1, from), "'\\''");
    text.add(word.slice(from, from + part.length));
    from += part.length + 1;
  }
  text.addText({ start: end, end }, "'");
}
