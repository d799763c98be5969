import { spanMessages } from '../src/core/flow/messages/spans';
import { span } from '../src/core/flow/play/span';
import { renderMessage, type Catalogue, type Message, type Phrase } from '../src/core/messages/message';
import { playerTexts, type PlayerTextId } from '../src/core/protocol/playerTexts';

/** The page's texts in the reader's language; English where the host's catalogue lacks one. */
export class Texts {
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.#catalogue = { ...playerTexts, ...spanMessages, ...catalogue };
  }

  /** Returns the text of a message of the play. */
  of(message: Message): string {
    return renderMessage(message, this.#catalogue);
  }

  /** Returns what an actor is called. */
  name(title: string | Phrase): string {
    return typeof title === 'string' ? title : this.of(title);
  }

  /** Returns one of the page's own texts. */
  own(id: PlayerTextId, params: Readonly<Record<string, string>> = {}): string {
    return renderMessage({ id, params }, this.#catalogue);
  }

  /** Returns a length of time, given in seconds: `0.4 s`, `12 min`, `365 days`. */
  time(seconds: number): string {
    return this.of(span(Math.max(0, seconds)));
  }
}
