import type { IssuedCertificate } from '../certificates';
import type { World } from '../world';

/** Waits between the first attempts, in seconds: 2, 4, 8 and 16, each up to a tenth longer (rot.backoff), here by half of it. */
const BACKOFF = [2.1, 4.2, 8.4, 16.8];

/** After as many equal attempts the story moves on to the next moment at which something can change. */
const TOLD_IN_FULL = 6;

/** As many certificates that are due when they come are told. */
const SPINS_TOLD = 3;

export interface NextAttempt {
  /** Seconds until the next attempt that is told. */
  readonly delay: number;
  /** How many attempts in between are not told one by one. */
  readonly skipped: number;
  /** True for the attempt that uses up the back-off. */
  readonly reachedLimit: boolean;
}

/** When the certificate manager tries again: a back-off, then a fixed interval without end. */
export class RetrySchedule {
  #attempts = 0;
  #equal = 0;
  #cause = '';
  #spins = 0;
  /** What is told in full starts anew then, in seconds. */
  #change = Infinity;

  constructor(private readonly world: World) {}

  reset(): void {
    this.#attempts = 0;
    this.#equal = 0;
  }

  /**
   * Returns when to try again after an attempt that failed for `cause` and took `attemptLasts` seconds. `clientChange` is when
   * the client that asks will show another certificate.
   */
  next(
    cause: string,
    attemptLasts: number,
    certificate: IssuedCertificate | undefined,
    clientChange: number,
  ): NextAttempt {
    const isSame = cause === this.#cause && this.world.now < this.#change;
    this.#equal = isSame ? this.#equal + 1 : 1;
    if (!isSame) this.#change = Infinity;
    this.#cause = cause;
    this.#attempts += 1;
    const backoff = BACKOFF[this.#attempts - 1];
    if (backoff !== undefined) return { delay: backoff, skipped: 0, reachedLimit: false };
    const reachedLimit = this.#attempts === BACKOFF.length + 1;
    const interval = Math.max(this.world.behaviour.retryInterval - attemptLasts, 0);
    if (this.#equal < TOLD_IN_FULL) return { delay: interval, skipped: 0, reachedLimit };
    const round = Math.max(attemptLasts + interval, 1);
    this.#change = this.#nextChange(certificate, clientChange);
    const skipped = Math.max(Math.floor((this.#change - this.world.now - interval) / round), 0);
    return { delay: interval + skipped * round, skipped, reachedLimit };
  }

  /**
   * Returns whether certificates come that are due for renewal as soon as they are issued: then the kubelet asks about once a
   * second without end (recorded with a signing duration of five minutes), and the story stops telling it.
   */
  isSpinning(certificate: IssuedCertificate): boolean {
    this.#spins += 1;
    if (this.#spins < SPINS_TOLD) return false;
    this.world.recorder.report({
      actor: 'kubelet',
      kind: 'summary',
      details: { note: 'asks for a new certificate about once a second without end', notAfter_s: certificate.notAfter },
      step: 'rotate',
    });
    return true;
  }

  #nextChange(certificate: IssuedCertificate | undefined, clientChange: number): number {
    const { now, run, nodeClockAhead, serverClockAhead } = this.world;
    const end = certificate?.notAfter ?? Infinity;
    const outages = (run.apiServerDown ?? []).flatMap(({ from, to }) => [from, to]);
    const times = [
      run.until,
      end - nodeClockAhead,
      end - serverClockAhead,
      clientChange,
      ...outages,
      ...run.operations.map(({ t }) => t),
    ];
    return Math.min(...times.filter((t) => t > now));
  }
}
