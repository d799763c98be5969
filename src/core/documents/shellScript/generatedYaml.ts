import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import { verbatimWriting, type EmbeddedFile } from '../embedded/embeddedFile';
import type { Word } from '../flags/word';
import type { ScriptVariables } from './scriptVariables';
import { WrittenText } from './writtenText';

/** The YAML of an object that commands make; each value knows the word of the script that says it. */
export class GeneratedYaml {
  readonly #text: WrittenText;

  constructor(
    source: SourceText,
    readonly variables: ScriptVariables,
    readonly command: Range,
  ) {
    this.#text = new WrittenText(source, command.start);
  }

  /** Adds text of the object's own: keys, and values that the command implies. */
  add(text: string, range: Range = this.command): void {
    this.#text.addText(range, text);
  }

  /** Adds a value; one that is not known becomes a template. */
  addValue(word: Word): void {
    const { text, isKnown } = this.variables.fill(word);
    const { start, end } = word.content.rangeOf();
    if (!isKnown || /["\\\r\n]/.test(text)) this.add('"{{shell}}"', { start, end });
    else if (word.unknown.length > 0) this.add(JSON.stringify(text), { start, end });
    else {
      this.add('"', { start, end: start });
      this.#text.add(word.content);
      this.add('"', { start: end, end });
    }
    this.add('\n', { start: end, end });
  }

  file(path: string): EmbeddedFile {
    return { path, content: this.#text.build(), writing: inWords };
  }
}

/** A value may be exchanged for a plain word, in the quotes of the script; there are no lines that could be added or removed. */
const inWords: EmbeddedFile['writing'] = {
  ...verbatimWriting,
  encode: (text) => /^"?([\w./:=,@+-]+)"?$/.exec(text)?.[1],
};
