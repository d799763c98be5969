import type { TimelineEvent } from '../timeline';
import type { Renewal } from './draftStep';
import { isRenewal, purposeOf, type Telling } from './tellRequest';

/** Knows which renewal an event belongs to, also the events that name no request: stored files, closed connections. */
export class RenewalsInProgress {
  readonly #signed: { client?: Renewal | undefined; serving?: Renewal | undefined } = {};

  constructor(private readonly telling: Telling) {}

  /** Returns the renewal that an event is part of; events must come in the order of the story. */
  of(event: TimelineEvent): Renewal | undefined {
    const request = this.telling.request(event.details.name);
    if (request !== undefined) {
      const purpose = purposeOf(request) === 'client CSR' ? 'client' : 'serving';
      const renewal = isRenewal(request, this.telling) ? { request: request.name, purpose } : undefined;
      if (event.kind === 'csr-sign') this.#signed[purpose] = renewal;
      return renewal;
    }
    switch (event.step) {
      case 'switch-certificate':
        return this.#signed.client;
      case 'serving-certificate':
        return this.#signed.serving;
      default:
        return undefined;
    }
  }
}
