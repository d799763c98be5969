import type { IssuedCertificate } from '../certificates';
import { brokenByControlPlane, closedConnection } from '../kubeApiserver/connection';
import type { Credential } from '../kubeApiserver/identity';
import type { NodeWorld } from '../nodeWorld';
import { reportConnectionsClosed } from './clientTransport';
import type { KubeletProcess } from './kubeletProcess';
import { failedRequestText } from './managerTexts';
import { asClient, type NodeState } from './nodeState';
import type { FailedClient, RequestClient } from './requestClient';

/** Seconds between two looks at the certificate file (client-go transport/cert_rotation.go, 1.18 and later; recorded on 1.20). */
const LOOK_PERIOD = 300;

/** Seconds after which a connection that nobody uses is dropped (Go's default, set by apimachinery; recorded on 1.20). */
const IDLE_TIMEOUT = 90;

/**
 * The client of the client certificate's manager from 1.14 on: made of the kubeconfig, apart from the kubelet's own clients. It
 * shows the certificate that the kubeconfig leads to, not the one that the manager holds, and from 1.18 on keeps its connection,
 * and so the certificate it was opened with, until the file is looked at again (rot.requests).
 */
export class KubeconfigClient implements RequestClient {
  /** The first request; looks at the file are counted from it on. */
  #madeAt: number | undefined;
  /** The certificate that was read last. */
  #loaded: IssuedCertificate | undefined;
  #connection: { readonly certificate: IssuedCertificate; lastUsed: number } | undefined;

  constructor(
    private readonly world: NodeWorld,
    private readonly process: KubeletProcess,
    private readonly state: NodeState,
    /** Whether this run of the kubelet has bootstrapped: then the token counts while there is no certificate. */
    private readonly hasBootstrapped: boolean,
  ) {}

  open(current: IssuedCertificate | undefined): Credential | FailedClient {
    if (this.hasBootstrapped && current === undefined) return this.world.bootstrapToken;
    const inFile = this.state.kubeconfigCertificate;
    if (inFile === undefined) return this.#withoutFile();
    return this.world.behaviour.keepsRequestConnection ? this.#use(inFile) : show(inFile);
  }

  released(): void {
    if (this.#connection !== undefined) this.#connection.lastUsed = this.world.now;
  }

  nextChange(): number {
    const isDue = this.#connection !== undefined && this.#connection.certificate !== this.state.kubeconfigCertificate;
    return isDue ? this.#nextLook() : Infinity;
  }

  /** There is another certificate in the file: the client finds it the next time it looks. */
  certificateChanged(): void {
    if (this.#madeAt === undefined || !this.world.behaviour.keepsRequestConnection) return;
    this.process.at(this.#nextLook(), () => {
      this.#load(this.state.kubeconfigCertificate);
    });
  }

  #use(inFile: IssuedCertificate): Credential | FailedClient {
    const { world } = this;
    this.#madeAt ??= world.now;
    this.#dropIfGone();
    if (this.#connection === undefined) {
      const isClosedAtOnce = this.#load(inFile);
      if (isClosedAtOnce) return this.#closed();
      this.#connection = { certificate: inFile, lastUsed: world.now };
    }
    this.#connection.lastUsed = world.now;
    return show(this.#connection.certificate);
  }

  #dropIfGone(): void {
    const { now, run } = this.world;
    const since = this.#connection?.lastUsed ?? now;
    if (now - since > IDLE_TIMEOUT || brokenByControlPlane(run, since, now)) this.#connection = undefined;
  }

  /** Reads the file; returns true when another certificate than last time is in it, which closes all connections, new ones too. */
  #load(inFile: IssuedCertificate | undefined): boolean {
    const isFirst = this.#loaded === undefined;
    if (inFile === undefined || inFile === this.#loaded) return false;
    this.#loaded = inFile;
    if (isFirst) return false;
    this.#connection = undefined;
    reportConnectionsClosed(this.world, 'requests');
    return true;
  }

  #closed(): FailedClient {
    const { world } = this;
    const message = `${failedRequestText(world.release)}: cannot create certificate signing request: ${closedConnection(world)}`;
    return { type: 'failed', message, blamesServer: true };
  }

  #withoutFile(): Credential | FailedClient {
    if (this.state.kubeconfig?.type !== 'current-pem') return { type: 'none' };
    const missing = `open ${this.state.clientStore.currentPath}: no such file or directory`;
    return {
      type: 'failed',
      message: `Unable to load a client to request certificates: ${missing}`,
      blamesServer: false,
    };
  }

  #nextLook(): number {
    const madeAt = this.#madeAt ?? this.world.now;
    return madeAt + (Math.floor((this.world.now - madeAt) / LOOK_PERIOD) + 1) * LOOK_PERIOD;
  }
}

function show(certificate: IssuedCertificate): Credential {
  return { type: 'certificate', certificate: asClient(certificate) };
}
