/** Turns the simulation's seconds into dates, as the programs print them. `epoch` is the first start, in milliseconds of Unix time. */
export class WallClock {
  constructor(readonly epoch: number) {}

  /** `2026-11-23-18-02-34`, as in the names of the kubelet's certificate files. */
  fileStamp(t: number): string {
    return this.#iso(t).slice(0, 19).replace('T', '-').replaceAll(':', '-');
  }

  /** `2026-11-23 18:58:10 +0000 UTC`, as Go prints a time without a fraction. */
  goTime(t: number): string {
    return `${this.#iso(t).slice(0, 19).replace('T', ' ')} +0000 UTC`;
  }

  /** `2026-11-23T18:02:34Z`. */
  rfc3339(t: number): string {
    return `${this.#iso(t).slice(0, 19)}Z`;
  }

  #iso(t: number): string {
    return new Date(this.epoch + Math.floor(t) * 1000).toISOString();
  }
}
