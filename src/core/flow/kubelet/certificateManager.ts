import type { Evidence } from '../timeline';
import type { IssuedCertificate } from '../certificates';
import { formatGoDuration } from '../../kubernetes/goDuration';
import type { FlowStepId } from '../flowStep';
import type { CertificateSigningRequest, RequestDraft } from '../kubeApiserver/certificateSigningRequests';
import type { Credential } from '../kubeApiserver/identity';
import type { RefusedAnswer } from '../kubeApiserver/kubeApiserver';
import type { NodeClient } from './nodeClient';
import { roundToMilliseconds } from '../recorder';
import type { NodeWorld } from '../nodeWorld';
import type { CertificateStore } from './certificateStore';
import type { KubeletProcess } from './kubeletProcess';
import { isOnlyLikely } from '../isOnlyLikely';
import { waitForCertificate } from './requestCertificate';
import type { FailedClient, RequestClient } from './requestClient';
import { RetrySchedule } from './retrySchedule';
import { failedRequestText } from './managerTexts';
import { issuedSteps, refusedStep } from './steps';

/** What a certificate manager is made for. */
export interface ManagerOptions {
  readonly purpose: 'client' | 'serving';
  readonly store: CertificateStore;
  /** The certificate in use at the start; undefined when there is none or it has expired. */
  readonly initial: IssuedCertificate | undefined;
  /** Ask for a new certificate at once although `initial` is valid. */
  readonly rotateAtOnce: boolean;
  /** What to ask for, with a new key. */
  readonly template: () => RequestDraft;
  /** False while what to ask for is not known yet: a serving certificate needs the node's addresses. */
  readonly hasTemplate: () => boolean;
  /** What requests are sent with. */
  readonly client: RequestClient;
  readonly evidence: readonly Evidence[];
  /** The first request of the process has another place in the story than a renewal. */
  readonly firstStep: FlowStepId;
  readonly onIssued: (certificate: IssuedCertificate, isFirst: boolean) => void;
}

/** Keeps one certificate fresh: asks for the next one between 70 % and 90 % of its life, and goes on asking until it has it. */
export class CertificateManager {
  #certificate: IssuedCertificate | undefined;
  #isServerHealthy = false;
  #force: boolean;
  #startedAt = 0;
  #isWaitingForTemplate = false;
  readonly #retries: RetrySchedule;
  readonly #onHealthy: (() => void)[] = [];

  constructor(
    private readonly world: NodeWorld,
    private readonly apiServer: NodeClient,
    private readonly process: KubeletProcess,
    private readonly options: ManagerOptions,
  ) {
    this.#certificate = options.initial;
    this.#force = options.rotateAtOnce;
    this.#retries = new RetrySchedule(world);
  }

  /** The certificate in use; undefined when there is none or it has expired. */
  get current(): IssuedCertificate | undefined {
    const certificate = this.#certificate;
    return certificate !== undefined && this.world.nodeTime <= certificate.notAfter ? certificate : undefined;
  }

  /** True when the API server's last answer to a request shows that it works: a certificate, 401 or 403. */
  get isServerHealthy(): boolean {
    return this.#isServerHealthy;
  }

  /** Does something as soon as the API server has shown that it works. */
  onceServerHealthy(run: () => void): void {
    this.#onHealthy.push(run);
  }

  /** What to ask for is known from now on; a manager that waits for it looks once a second. */
  templateKnown(): void {
    if (!this.#isWaitingForTemplate) return;
    this.#isWaitingForTemplate = false;
    const passed = this.world.now - this.#startedAt;
    this.process.after(Math.max(1, Math.ceil(passed)) - passed, () => {
      this.#rotate();
    });
  }

  start(): void {
    this.#startedAt = this.world.now;
    this.world.recorder.report({ actor: 'kubelet', kind: 'log', message: 'Certificate rotation is enabled.' });
    this.#loop();
  }

  #loop(): void {
    const certificate = this.#certificate;
    if (certificate === undefined || this.#force) {
      this.#force = false;
      if (this.options.hasTemplate()) this.#rotate();
      else this.#isWaitingForTemplate = true;
      return;
    }
    const deadline = this.#deadlineOf(certificate);
    this.world.setRotation(certificate, deadline);
    this.#reportDeadline(certificate, deadline);
    if (deadline <= this.world.now && this.#retries.isSpinning(certificate)) return;
    this.process.at(deadline, () => {
      this.#rotate();
    });
  }

  /** The moment at which renewal is due: between 70 % and 90 % of the life, from NotBefore on (rot.deadline). */
  #deadlineOf(certificate: IssuedCertificate): number {
    const life = certificate.notAfter - certificate.notBefore;
    const reading = certificate.notBefore + life * this.world.drawRotation(certificate.purpose);
    return roundToMilliseconds(reading - this.world.nodeClockAhead);
  }

  #rotate(): void {
    if (this.world.recorder.isFull) return;
    const { store, template, client, firstStep } = this.options;
    const isFirst = store.current === undefined && this.#certificate === undefined;
    const step = isFirst ? firstStep : 'rotate';
    this.#reportAttempt({}, step);
    const credential = client.open(this.current);
    if (credential.type === 'failed') {
      this.#notSent(credential);
      return;
    }
    const answer = this.apiServer.createRequest(credential, template(), undefined, step);
    if (answer.type === 'refused') {
      client.released();
      this.#refused(answer, this.#showsOther(credential));
      return;
    }
    waitForCertificate(this.world, this.apiServer, this.process, answer.request, this.world.behaviour.requestWait, {
      onIssued: (certificate) => {
        this.#store(certificate, answer.request);
      },
      onTimeout: () => {
        const isLikely = isOnlyLikely('rot.wait', this.world.release);
        this.#notSigned(answer.request, 'timed out waiting for the condition', isLikely);
      },
      onDenied: (reason) => {
        this.#notSigned(answer.request, reason);
      },
    });
  }

  #store(certificate: IssuedCertificate, request: CertificateSigningRequest): void {
    const isFirst = this.#certificate === undefined;
    const steps = issuedSteps(request, isFirst && this.options.store.current === undefined);
    const file = this.options.store.update(certificate, { step: steps.store, evidence: [] });
    this.#certificate = certificate;
    this.options.client.released();
    this.#serverAnswered();
    this.#retries.reset();
    this.world.addCertificate(certificate, file);
    this.options.onIssued(certificate, isFirst);
    this.process.after(1, () => {
      this.#loop();
    });
  }

  #notSent({ message, blamesServer }: FailedClient): void {
    if (blamesServer) this.#isServerHealthy = false;
    this.world.recorder.report({ actor: 'kubelet', kind: 'log', message, step: 'create-csr' });
    this.#retry('not-sent', 0);
  }

  /** Whether the API server is shown another certificate than the one in use. */
  #showsOther(credential: Credential): boolean {
    return this.current !== undefined && credential.type === 'certificate' && credential.certificate !== this.current;
  }

  #refused({ status, text, evidence }: RefusedAnswer, showsOther: boolean): void {
    if (status === 'unreachable') this.#isServerHealthy = false;
    else this.#serverAnswered();
    this.world.recorder.report({
      actor: 'kubelet',
      kind: status === 'unreachable' ? (this.apiServer.brokenConnection?.kind ?? 'log') : 'http-error',
      message: `${failedRequestText(this.world.release)}: cannot create certificate signing request: ${text}`,
      details: showsOther ? { shows: 'another certificate than the one in use' } : {},
      evidence,
      step: refusedStep(status),
    });
    this.#retry(String(status), 0);
  }

  #notSigned(request: CertificateSigningRequest, reason: string, likely = false): void {
    this.world.recorder.report({
      actor: 'kubelet',
      kind: 'log',
      message: `certificate request was not signed: ${reason}`,
      details: { name: request.name },
      likely,
    });
    this.options.client.released();
    this.#retry('not-signed', this.world.behaviour.requestWait);
  }

  #serverAnswered(): void {
    this.#isServerHealthy = true;
    for (const run of this.#onHealthy.splice(0)) run();
  }

  #retry(cause: string, attemptLasts: number): void {
    const situation = `${cause} ${this.current === undefined ? 'without' : 'with'} certificate`;
    const nextChange = this.options.client.nextChange();
    const { delay, skipped, reachedLimit } = this.#retries.next(situation, attemptLasts, this.#certificate, nextChange);
    if (reachedLimit) {
      this.world.recorder.report({
        actor: 'kubelet',
        kind: 'log',
        message: 'Reached backoff limit, still unable to rotate certs: timed out waiting for the condition',
      });
    }
    this.process.after(delay, () => {
      if (skipped > 0) this.#reportAttempt({ occurrences: skipped, note: 'repeats, all with the same end' }, 'rotate');
      this.#rotate();
    });
  }

  #reportAttempt(details: Readonly<Record<string, unknown>>, step: FlowStepId): void {
    this.world.recorder.report({
      actor: 'kubelet',
      kind: 'rotate',
      message: 'Rotating certificates',
      details: { purpose: this.options.purpose, ...details },
      evidence: this.options.evidence,
      step,
    });
  }

  #reportDeadline(certificate: IssuedCertificate, deadline: number): void {
    const { clock, recorder, now, nodeClockAhead } = this.world;
    recorder.report({
      actor: 'kubelet',
      kind: 'log',
      message: `Certificate expiration is ${clock.goTime(certificate.notAfter)}, rotation deadline is ${clock.goTime(deadline + nodeClockAhead)}`,
    });
    if (deadline <= now) return;
    const message = `Waiting ${formatGoDuration(deadline - now)} for next certificate rotation`;
    recorder.report({ actor: 'kubelet', kind: 'log', message });
  }
}
