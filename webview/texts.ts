import { renderMessage, type Catalogue, type Message } from '../src/core/messages/message';
import { playerTexts, type PlayerTextId } from '../src/core/protocol/playerTexts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The page's texts in the reader's language; English where the host's catalogue lacks one. */
export class Texts {
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.#catalogue = { ...playerTexts, ...catalogue };
  }

  /** Returns the text of a message of the play. */
  of(message: Message): string {
    return renderMessage(message, this.#catalogue);
  }

  /** Returns one of the page's own texts. */
  own(id: PlayerTextId, params: Readonly<Record<string, string>> = {}): string {
    return renderMessage({ id, params }, this.#catalogue);
  }

  /** Returns a length of time, given in seconds, in the largest unit that says enough: `0.4 s`, `12 min`, `365 days`. */
  time(seconds: number): string {
    const whole = Math.max(0, seconds);
    if (whole < MINUTE) return this.own('player.time.seconds', { count: short(whole, whole < 10 ? 1 : 0) });
    if (whole < HOUR) return this.own('player.time.minutes', { count: short(whole / MINUTE, 0) });
    if (whole < 2 * DAY) return this.own('player.time.hours', { count: short(whole / HOUR, 0) });
    return this.own('player.time.days', { count: short(whole / DAY, 0) });
  }
}

function short(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
