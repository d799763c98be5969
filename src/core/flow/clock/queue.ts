/** Withdraws something scheduled; does nothing when it has already happened. */
export type Cancel = () => void;

interface Entry {
  readonly t: number;
  readonly order: number;
  run: (() => void) | undefined;
}

/** What happens next, in order of time; at one moment, in the order in which it was scheduled. Times are seconds. */
export class EventQueue {
  readonly #heap: Entry[] = [];
  #order = 0;
  #now = 0;

  /** The time of what is happening now, in seconds since the first start of the kubelet. */
  get now(): number {
    return this.#now;
  }

  /** Schedules something at a time; a time that has passed means now. */
  at(t: number, run: () => void): Cancel {
    const entry: Entry = { t: Math.max(t, this.#now), order: this.#order, run };
    this.#order += 1;
    this.#heap.push(entry);
    this.#rise(this.#heap.length - 1);
    return () => {
      entry.run = undefined;
    };
  }

  /** Schedules something after a number of seconds. */
  after(seconds: number, run: () => void): Cancel {
    return this.at(this.#now + seconds, run);
  }

  /** The time of the next thing scheduled; undefined when nothing is. */
  get next(): number | undefined {
    while (this.#heap[0] !== undefined && this.#heap[0].run === undefined) this.#take();
    return this.#heap[0]?.t;
  }

  /** Lets the next thing happen; returns false when nothing is scheduled. */
  step(): boolean {
    if (this.next === undefined) return false;
    const entry = this.#take();
    if (entry?.run === undefined) return false;
    this.#now = entry.t;
    entry.run();
    return true;
  }

  #take(): Entry | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (last !== undefined && last !== first) {
      this.#heap[0] = last;
      this.#sink(0);
    }
    return first;
  }

  #rise(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfEarlier(index, parent)) return;
      index = parent;
    }
  }

  #sink(start: number): void {
    let index = start;
    for (;;) {
      const left = 2 * index + 1;
      const child = this.#isEarlier(left + 1, left) ? left + 1 : left;
      if (!this.#swapIfEarlier(child, index)) return;
      index = child;
    }
  }

  #swapIfEarlier(a: number, b: number): boolean {
    if (!this.#isEarlier(a, b)) return false;
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return false;
    this.#heap[a] = second;
    this.#heap[b] = first;
    return true;
  }

  #isEarlier(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined) return false;
    if (second === undefined) return true;
    return first.t < second.t || (first.t === second.t && first.order < second.order);
  }
}
