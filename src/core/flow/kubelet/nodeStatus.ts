import type { NodeClient } from './nodeClient';
import type { Credential } from '../kubeApiserver/identity';
import type { StatusReporter } from '../kubeApiserver/nodeObject';
import type { NodeLifecycle } from '../kubeControllerManager/node';
import type { Evidence } from '../timeline';
import type { NodeWorld } from '../nodeWorld';
import type { KubeletProcess } from './kubeletProcess';
import { nextRegistration } from './registrationAttempts';
import { isAtLeast } from '../../kubernetes/release';
import { reportLeaseConflict, reportLostStatus, reportRefusedRegistration, reportUnreachable } from './statusErrors';

/** Seconds from the start of the kubelet's main part to its first call for registration (recorded: 5.5 to 6). */
const UNTIL_REGISTRATION = 5.6;

/** Seconds from a certificate that works again to the next status update (recorded: 1). */
const UNTIL_RECOVERED = 1;

/** Seconds between status updates, and between lease renewals. */
const HEARTBEAT = 10;

/** Registers the node and keeps telling the API server that it lives, as long as the API server lets it. */
export class NodeStatus implements StatusReporter {
  #registeredAt: number | undefined;
  #firstAttempt = 0;
  #isLost = false;

  constructor(
    private readonly world: NodeWorld,
    private readonly apiServer: NodeClient,
    private readonly lifecycle: NodeLifecycle,
    private readonly process: KubeletProcess,
    private readonly credential: () => Credential,
    private readonly evidence: readonly Evidence[],
    private readonly onRegistered: () => void,
  ) {}

  get address(): string {
    return this.world.nodeAddress;
  }

  get lastReport(): number {
    const start = this.#registeredAt ?? 0;
    return start + Math.floor((this.world.now - start) / HEARTBEAT) * HEARTBEAT;
  }

  /** From the next renewal on each finds that the other has changed the lease (recorded on 1.20). */
  joinedBy(): void {
    if (!isAtLeast(this.world.release, '1.14')) return;
    this.process.at(this.#nextHeartbeat(), () => {
      if (!this.#isLost) reportLeaseConflict(this.world);
    });
  }

  /** The kubelet's main part starts now. */
  start(): void {
    this.#firstAttempt = this.world.now + UNTIL_REGISTRATION;
    this.process.at(this.#firstAttempt, () => {
      this.#tryRegister();
    });
    this.#watchOutages();
  }

  /** The client shows another certificate from now on. */
  credentialChanged(): void {
    if (this.#registeredAt === undefined) {
      if (this.world.now < this.#firstAttempt) return;
      this.process.at(nextRegistration(this.#firstAttempt, this.world.now), () => {
        this.#tryRegister();
      });
    } else if (this.#isLost) {
      this.process.at(this.#nextHeartbeat(), () => {
        this.#recover();
      });
    }
  }

  /** The file behind the client's certificate has another one: the failing updates go on and soon succeed. */
  credentialReplaced(): void {
    if (!this.#isLost) return;
    this.process.after(UNTIL_RECOVERED, () => {
      this.#recover();
    });
  }

  /** The kubelet has ended: heartbeats stop with it. */
  stopped(): void {
    if (this.#registeredAt === undefined || this.#isLost) return;
    this.#leave(this.evidence);
  }

  #tryRegister(): void {
    if (this.#registeredAt !== undefined) return;
    if (!this.#isAccepted()) {
      const { brokenConnection } = this.apiServer;
      reportRefusedRegistration(this.world, brokenConnection, this.apiServer.authenticate(this.credential()));
      return;
    }
    const { world, lifecycle } = this;
    const { isRegistered } = lifecycle.node;
    if (isRegistered) this.#log(`Node ${world.nodeName} was previously registered`);
    this.#log(`Successfully registered node ${world.nodeName}`);
    this.#registeredAt = world.now;
    lifecycle.heartbeatResumed(this);
    if (isRegistered) this.#becomeReady();
    else this.#registerNew();
    this.onRegistered();
    this.#watchExpiry();
    this.#watchConnection();
  }

  #registerNew(): void {
    const { world } = this;
    const addresses = [
      ...(world.run.nodesHaveAddress ? [{ type: 'InternalIP', address: world.nodeAddress }] : []),
      { type: 'Hostname', address: world.nodeName },
    ];
    world.recorder.report({
      actor: 'kubelet',
      kind: 'node-register',
      details: { node: world.nodeName, addresses },
      step: 'register-node',
    });
    world.recorder.report({
      actor: 'kubelet',
      kind: 'node-notready',
      message: 'CSINode is not yet initialized',
      details: { status: 'False', reason: 'KubeletNotReady' },
    });
    this.lifecycle.node.setReady('False');
    this.process.after(HEARTBEAT, () => {
      this.#becomeReady();
    });
  }

  #becomeReady(): void {
    if (this.lifecycle.node.ready === 'True' || !this.#isAccepted()) return;
    this.world.recorder.report({
      actor: 'kubelet',
      kind: 'node-ready',
      message: 'kubelet is posting ready status',
      details: { status: 'True', reason: 'KubeletReady' },
      step: 'node-ready',
    });
    this.lifecycle.node.setReady('True');
  }

  /** Looks when the connection is to break. */
  #watchConnection(): void {
    const { apiServerFault, apiServerFaultFrom = 0 } = this.world.run;
    if (apiServerFault === undefined) return;
    this.process.at(apiServerFaultFrom, () => {
      if (!this.#isLost && this.#registeredAt !== undefined && !this.#isAccepted()) this.#lose(undefined);
    });
  }

  /** An API server that goes and comes again: heartbeats fail meanwhile, and are taken up afterwards. */
  #watchOutages(): void {
    for (const { from, to } of this.world.run.apiServerDown ?? []) {
      if (to <= this.world.now) continue;
      this.process.at(from, () => {
        if (!this.#isLost && this.#registeredAt !== undefined && !this.#isAccepted()) this.#lose(undefined);
      });
      this.process.at(to, () => {
        this.credentialChanged();
      });
    }
  }

  /** Looks again when the certificate now shown ends: by then there is another one, or heartbeats are refused. */
  #watchExpiry(): void {
    const credential = this.credential();
    if (credential.type !== 'certificate') return;
    const { notAfter } = credential.certificate;
    const ends = notAfter - this.world.serverClockAhead;
    if (ends > this.world.run.until) return;
    this.process.at(ends + 0.001, () => {
      if (this.#isAccepted()) this.#watchExpiry();
      else this.#lose(notAfter);
    });
  }

  #lose(expired: number | undefined): void {
    this.#isLost = true;
    this.process.at(this.#nextHeartbeat(), () => {
      if (!this.#isLost) return;
      const { brokenConnection } = this.apiServer;
      if (brokenConnection !== undefined) reportUnreachable(this.world, brokenConnection);
      else reportLostStatus(this.world, expired ?? this.world.serverTime, this.credential());
    });
    const evidence = expired === undefined ? [this.world.paths.kubeconfig.evidence] : this.evidence;
    this.#leave(evidence);
  }

  #recover(): void {
    if (!this.#isAccepted()) return;
    this.#isLost = false;
    this.lifecycle.heartbeatResumed(this);
    this.#becomeReady();
    this.#watchExpiry();
  }

  #isAccepted(): boolean {
    if (this.apiServer.brokenConnection !== undefined) return false;
    return this.apiServer.authenticate(this.credential())?.username === `system:node:${this.world.nodeName}`;
  }

  #leave(evidence: readonly Evidence[]): void {
    this.lifecycle.heartbeatStopped(this, evidence);
  }

  #nextHeartbeat(): number {
    return this.lastReport + HEARTBEAT;
  }

  #log(message: string): void {
    this.world.recorder.report({ actor: 'kubelet', kind: 'log', message });
  }
}
