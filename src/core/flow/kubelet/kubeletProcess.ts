import type { Cancel } from '../clock/queue';
import type { World } from '../world';

/** One run of the kubelet, from start to exit. What it scheduled dies with it. */
export class KubeletProcess {
  #alive = true;
  readonly #cancels: Cancel[] = [];
  /** What the process still does when it is told to stop; it may end itself by that. */
  onStop: (() => void) | undefined;

  constructor(
    private readonly world: World,
    /** Whether this run was started with `--bootstrap-kubeconfig`. */
    readonly hasBootstrapKubeconfig: boolean,
    private readonly onExit: (code: number) => void,
  ) {}

  get isAlive(): boolean {
    return this.#alive;
  }

  /** Does something after a number of seconds, unless the process has ended by then. */
  after(seconds: number, run: () => void): void {
    this.at(this.world.now + seconds, run);
  }

  /** Does something at a time, unless the process has ended by then. */
  at(t: number, run: () => void): void {
    this.#cancels.push(
      this.world.queue.at(t, () => {
        if (this.#alive) run();
      }),
    );
  }

  /** Remembers what must be undone when the process ends. */
  untilEnd(cancel: Cancel): void {
    this.#cancels.push(cancel);
  }

  /** Ends by itself, with this exit code. */
  exit(code: number): void {
    if (!this.#alive) return;
    this.end();
    this.onExit(code);
  }

  /** Ends without a word: stopped from outside. */
  end(): void {
    this.#alive = false;
    for (const cancel of this.#cancels.splice(0)) cancel();
  }
}
