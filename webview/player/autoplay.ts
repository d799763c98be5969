/** Calls back once after so many seconds, however often the wait is begun anew; never after it was ended. */
export class Autoplay {
  readonly #tick: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tick: () => void) {
    this.#tick = tick;
  }

  begin(seconds: number): void {
    this.end();
    this.#timer = setTimeout(this.#tick, seconds * 1000);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
