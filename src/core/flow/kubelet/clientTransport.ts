import { isAtLeast } from '../../kubernetes/release';
import type { Evidence } from '../timeline';
import type { World } from '../world';
import type { CertificateManager } from './certificateManager';
import { fatalExitCode } from './exitCode';
import type { KubeletProcess } from './kubeletProcess';

/** The kubelet looks every ten seconds whether its certificate has changed or gone (rot.18). */
const CHECK_PERIOD = 10;

/** Without a valid certificate for this long it gives up, if the API server answers (rot.exit). */
const EXIT_AFTER = 300;

/** Moves the kubelet's connections to a new certificate, and ends the kubelet when it has none. */
export class ClientTransport {
  readonly #startedAt: number;
  #hasGivenWarning = false;
  /** The last check that found a valid certificate; undefined while there is one. */
  #lastAvailable: number | undefined;

  constructor(
    private readonly world: World,
    private readonly process: KubeletProcess,
    private readonly manager: CertificateManager,
    private readonly evidence: readonly Evidence[],
    private readonly onSwitched: () => void,
  ) {
    this.#startedAt = world.now;
  }

  /** Starts watching; a kubelet without a certificate begins to count at once. */
  start(): void {
    const { current } = this.manager;
    if (current === undefined) this.#watchAbsence(this.#startedAt);
    else this.#watchExpiry(current.notAfter);
  }

  /** There is a new certificate; connections are closed at the next check. */
  certificateChanged(): void {
    const { current } = this.manager;
    if (current === undefined) return;
    this.#lastAvailable = undefined;
    this.#watchExpiry(current.notAfter);
    if (!this.world.behaviour.closesConnections) return;
    this.process.at(this.#nextCheck(), () => {
      reportConnectionsClosed(this.world);
      this.onSwitched();
    });
  }

  #watchExpiry(notAfter: number): void {
    const ends = notAfter - this.world.nodeClockAhead;
    if (ends > this.world.run.until) return;
    this.process.at(ends + 0.001, () => {
      if (this.manager.current !== undefined) return;
      this.world.recorder.report({
        actor: 'time',
        kind: 'certificate-expired',
        details: { purpose: 'client', notAfter_s: notAfter },
        evidence: this.evidence,
        step: 'expire',
      });
      this.#watchAbsence(this.#nextCheck() - CHECK_PERIOD);
    });
  }

  #watchAbsence(lastAvailable: number): void {
    this.#lastAvailable = lastAvailable;
    const { exitWithoutCertificate } = this.world.behaviour;
    if (exitWithoutCertificate === 'never') return;
    const patience = exitWithoutCertificate === 'at-expiry' ? CHECK_PERIOD : EXIT_AFTER;
    this.process.at(lastAvailable + patience, () => {
      if (this.#lastAvailable === lastAvailable) this.#checkAbsence();
    });
  }

  #checkAbsence(): void {
    if (this.manager.current !== undefined) return;
    const { isServerHealthy } = this.manager;
    if (isServerHealthy || !this.#hasGivenWarning) {
      this.world.recorder.report({
        actor: 'kubelet',
        kind: 'log',
        message: withoutCertificateText(this.world, isServerHealthy),
        details: { level: isServerHealthy ? 'fatal' : 'error' },
        evidence: this.evidence,
        step: 'expire',
      });
    }
    this.#hasGivenWarning = true;
    if (isServerHealthy) this.process.exit(fatalExitCode(this.world.release));
    else
      this.manager.onceServerHealthy(() => {
        this.process.at(this.#nextCheck(), () => {
          this.#checkAbsence();
        });
      });
  }

  #nextCheck(): number {
    const passed = Math.floor((this.world.now - this.#startedAt) / CHECK_PERIOD) + 1;
    return this.#startedAt + passed * CHECK_PERIOD;
  }
}

/** Reports that a client of the kubelet drops its connections for another certificate's sake; `requests` is that of renewals. */
export function reportConnectionsClosed({ recorder }: World, client: 'own' | 'requests' = 'own'): void {
  recorder.report({
    actor: 'kubelet',
    kind: 'connections-closed',
    message: 'certificate rotation detected, shutting down client connections to start using new credentials',
    details: { client },
    step: 'switch-certificate',
  });
}

/** Recorded on 1.20; the other releases' words are those of rot.exit. */
function withoutCertificateText({ release, behaviour }: World, isServerHealthy: boolean): string {
  if (behaviour.exitWithoutCertificate === 'at-expiry') {
    return isServerHealthy
      ? 'The currently active client certificate has expired and the server is responsive, exiting.'
      : 'The currently active client certificate has expired, but the server is not responsive. A restart may be necessary to retrieve new initial credentials.';
  }
  if (isAtLeast(release, '1.21') && isServerHealthy) {
    return 'No valid client certificate is found and the server is responsive, exiting.';
  }
  return isServerHealthy
    ? 'It has been 5m0s since a valid client cert was found and the server is responsive, exiting.'
    : 'It has been 5m0s since a valid client cert was found, but the server is not responsive. A restart may be necessary to retrieve new initial credentials.';
}
