import type { TimelineEvent } from '../timeline';
import type { Renewal } from './draftStep';
import type { Telling } from './telling';
import { isRenewal, purposeOf } from './tellRequest';

/** Steps of an attempt that happen at the moment it is made and name no request. */
const AT_ONCE: ReadonlySet<string | undefined> = new Set(['authenticate', 'authorize-create', 'create-csr']);

/**
 * Knows which attempt to get a certificate an event belongs to. The first attempt of a kubelet's run is told in full and
 * counts as none, unless a certificate is being renewed.
 */
export class Attempts {
  readonly #ofMachine = new Map<number | undefined, MachineAttempts>();
  readonly #repeats: ReadonlyMap<TimelineEvent, number>;

  constructor(private readonly telling: Telling) {
    this.#repeats = repeatsOf(telling.timeline.events);
  }

  /** Returns the attempt that an event is part of; events must come in the order of the story. */
  of(event: TimelineEvent): Renewal | undefined {
    const machine = this.telling.machine(event.machine ?? this.telling.request(event.details.name)?.machine);
    const known = this.#ofMachine.get(machine);
    const attempts = known ?? new MachineAttempts(this.telling, machine, this.#repeats);
    if (!known) this.#ofMachine.set(machine, attempts);
    return attempts.of(event);
  }
}

/** The attempts of one kubelet. */
class MachineAttempts {
  readonly #tried = new Set<Renewal['purpose']>();
  readonly #ofRequest = new Map<string, Renewal | undefined>();
  readonly #signed = new Map<Renewal['purpose'], Renewal | undefined>();
  #current: { readonly t: number; readonly attempt: Renewal | undefined } | undefined;
  #count = 0;
  #run = 0;
  #skipped = 0;

  constructor(
    private readonly telling: Telling,
    private readonly machine: number | undefined,
    private readonly repeats: ReadonlyMap<TimelineEvent, number>,
  ) {}

  of(event: TimelineEvent): Renewal | undefined {
    if (event.kind === 'start') this.#startRun();
    if (event.kind === 'rotate') this.#begin(event);
    const request = this.telling.request(event.details.name);
    if (request === undefined) return this.#withoutRequest(event);
    const purpose: Renewal['purpose'] = purposeOf(request) === 'client CSR' ? 'client' : 'serving';
    if (event.kind === 'csr-create') {
      const renewal = isRenewal(request, this.telling) ? this.#attempt(request.name, purpose) : undefined;
      this.#ofRequest.set(request.name, this.#now(event) ?? renewal);
    }
    const attempt = this.#ofRequest.get(request.name);
    if (event.kind === 'csr-sign') this.#signed.set(purpose, attempt);
    return attempt;
  }

  #startRun(): void {
    this.#run += 1;
    this.#tried.clear();
  }

  #begin(event: TimelineEvent): void {
    if (standsForOthers(event)) return;
    const purpose = purposeOfAttempt(event);
    this.#count += 1;
    this.#skipped = this.repeats.get(event) ?? 0;
    const attempt = this.#tried.has(purpose) ? this.#attempt(String(this.#count), purpose) : undefined;
    this.#tried.add(purpose);
    this.#current = { t: event.t, attempt };
  }

  #attempt(request: string, purpose: Renewal['purpose']): Renewal {
    return { request, purpose, machine: this.machine, run: this.#run, skipped: this.#skipped };
  }

  #withoutRequest(event: TimelineEvent): Renewal | undefined {
    if (AT_ONCE.has(event.step)) return this.#now(event);
    if (event.step === 'switch-certificate') return this.#signed.get('client');
    return event.step === 'serving-certificate' ? this.#signed.get('serving') : undefined;
  }

  #now({ t }: TimelineEvent): Renewal | undefined {
    return this.#current?.t === t ? this.#current.attempt : undefined;
  }
}

/** How many attempts after one had the same end and are not told. */
function repeatsOf(events: readonly TimelineEvent[]): ReadonlyMap<TimelineEvent, number> {
  const repeats = new Map<TimelineEvent, number>();
  const last = new Map<string, TimelineEvent>();
  for (const event of events) {
    if (event.kind !== 'rotate') continue;
    const key = `${purposeOfAttempt(event)} ${event.machine ?? ''}`;
    const before = last.get(key);
    if (!standsForOthers(event)) last.set(key, event);
    else if (before !== undefined) repeats.set(before, Number(event.details.occurrences));
  }
  return repeats;
}

function standsForOthers({ details }: TimelineEvent): boolean {
  return typeof details.occurrences === 'number';
}

function purposeOfAttempt({ details }: TimelineEvent): Renewal['purpose'] {
  return details.purpose === 'serving' ? 'serving' : 'client';
}
