import type { Language } from '../core/messages/language';
import { renderMessage, type Catalogue, type Message } from '../core/messages/message';
import { cliTexts, type CliTextId } from './cliTexts';

/** Whoever reads what is printed. */
export interface Reader {
  readonly language: Language;
  /** Returns one of the program's own texts. */
  readonly say: (id: CliTextId, params?: Message['params']) => string;
  /** Returns a catalogue of the core, each text in the reader's language as far as it is there. */
  readonly textsOf: (english: Catalogue) => Catalogue;
}

/** Things that are counted. */
export type Noun = 'file' | 'finding' | 'value' | 'error' | 'warning' | 'info' | 'hint';

/** Returns a reader of a language; `translation` is empty for English. */
export function readerOf(language: Language, translation: Catalogue): Reader {
  const textsOf = (english: Catalogue): Catalogue => ({ ...english, ...translation });
  const own = textsOf(cliTexts);
  return { language, say: (id, params = {}) => renderMessage({ id, params }, own), textsOf };
}

/** Returns `1 value`, `2 values`. */
export function counted({ say }: Reader, noun: Noun, count: number): string {
  return count === 1 ? say(`cli.one.${noun}`) : say(`cli.many.${noun}`, { count: String(count) });
}
