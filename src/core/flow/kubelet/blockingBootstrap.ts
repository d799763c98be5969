import { asClient, type NodeState } from './nodeState';
import type { IssuedCertificate } from '../certificates';
import type { CertificateSigningRequest } from '../kubeApiserver/certificateSigningRequests';
import type { RefusedAnswer } from '../kubeApiserver/kubeApiserver';
import type { NodeClient } from './nodeClient';
import { downUntil, failedRequest } from '../kubeApiserver/connection';
import { digestName } from '../kubeApiserver/requestNames';
import type { NodeWorld } from '../nodeWorld';
import { failToRun, reportLastWords } from './kubeconfig';
import type { KubeletProcess } from './kubeletProcess';
import { waitForCertificate } from './requestCertificate';
import { clientDraft } from './requestDraft';
import { refusedStep } from './steps';

/** Seconds the kubelet polls `/healthz` before it asks anyway (boot.waitserver). */
const WAIT_FOR_SERVER = 60;

/** The bootstrap that keeps the kubelet from starting until it has its certificate (boot.sync). */
export class BlockingBootstrap {
  constructor(
    private readonly world: NodeWorld,
    private readonly apiServer: NodeClient,
    private readonly state: NodeState,
    private readonly process: KubeletProcess,
    private readonly onDone: () => void,
  ) {}

  run(): void {
    const { world } = this;
    world.recorder.report({
      actor: 'kubelet',
      kind: 'log',
      message: 'Using bootstrap kubeconfig to generate TLS client cert, key and kubeconfig file',
      evidence: [world.paths.bootstrapKubeconfig.evidence],
      step: 'bootstrap-credentials',
    });
    const key = this.#loadKey();
    const problem = this.#serverProblem();
    if (problem === undefined || !world.behaviour.waitsForServer) {
      this.#request(key);
      return;
    }
    const kind = this.apiServer.brokenConnection?.kind ?? 'log';
    world.recorder.report({ actor: 'kubelet', kind, message: `Failed to connect to apiserver: ${problem}` });
    const isUpAt = downUntil(world.run, world.now) ?? Infinity;
    this.process.at(Math.min(isUpAt, world.now + WAIT_FOR_SERVER), () => {
      if (this.#serverProblem() !== undefined)
        this.#log('Error waiting for apiserver to come up: timed out waiting to connect to apiserver');
      this.#request(key);
    });
  }

  /** What `/healthz` answers when it is not well: nothing, or 401 to a token that nobody knows. */
  #serverProblem(): string | undefined {
    const { brokenConnection } = this.apiServer;
    if (brokenConnection !== undefined) return failedRequest('Get', '/healthz?timeout=1s', brokenConnection);
    const user = this.apiServer.authenticate(this.world.bootstrapToken);
    return user === undefined ? 'the server has asked for the client to provide credentials' : undefined;
  }

  /** The same key means the same request name: it is reused from the store or from the last attempt. */
  #loadKey(): number {
    const { world, state } = this;
    const { current, currentPath } = state.clientStore;
    if (current !== undefined) {
      this.#log(`Loading cert/key pair from "${currentPath}".`);
      return current.key;
    }
    this.#log('No valid private key and/or certificate found, reusing existing private key or creating a new one');
    if (state.bootstrapKey !== undefined && world.behaviour.digestCsrName) return state.bootstrapKey;
    state.bootstrapKey = world.newKey();
    if (world.behaviour.temporaryKey) world.files.write(this.#temporaryKeyPath, '0600');
    else if (!world.behaviour.firstCertificateInPem) {
      world.files.write(world.inCertificateDirectory('kubelet-client.key'), '0600');
    }
    return state.bootstrapKey;
  }

  get #temporaryKeyPath(): string {
    return this.world.inCertificateDirectory('kubelet-client.key.tmp');
  }

  #request(key: number): void {
    const { world } = this;
    const draft = clientDraft(world, key);
    const name = world.behaviour.digestCsrName ? digestName(world.nodeName, key, draft.usages) : undefined;
    const answer = this.apiServer.createRequest(this.world.bootstrapToken, draft, name, 'create-csr');
    if (answer.type === 'refused') {
      this.#refused(answer);
      return;
    }
    if (!answer.isNew && !this.#isStillCompatible(answer.request)) return;
    this.#log('Waiting for client certificate to be issued');
    this.#wait(answer.request);
  }

  #wait(request: CertificateSigningRequest): void {
    const { world, process } = this;
    const fail = (reason: string): void => {
      process.onStop = undefined;
      failToRun(world, process, reason, { kind: 'log', evidence: [], step: 'approve' });
    };
    process.onStop = () => {
      const note = { kind: 'log', evidence: [], step: 'approve' } as const;
      reportLastWords(world, 'failed to run Kubelet: timed out waiting for the condition', note);
    };
    waitForCertificate(world, this.apiServer, process, request, world.behaviour.bootstrapWait, {
      onIssued: (certificate) => {
        process.onStop = undefined;
        this.#store(certificate);
      },
      onTimeout: () => {
        fail('timed out waiting for the condition');
      },
      onDenied: (reason) => {
        fail(`cannot watch on the certificate signing request: ${reason}`);
      },
    });
  }

  #refused(answer: RefusedAnswer): void {
    failToRun(this.world, this.process, `cannot create certificate signing request: ${answer.text}`, {
      kind: this.apiServer.brokenConnection?.kind ?? 'http-error',
      evidence: answer.evidence,
      step: refusedStep(answer.status),
    });
  }

  /** Recorded on 1.20: an issued request of the same name whose certificate has expired stops the kubelet. */
  #isStillCompatible({ certificate }: CertificateSigningRequest): boolean {
    const { world } = this;
    this.#log('csr for this node already exists, reusing');
    if (certificate !== undefined && certificate.notAfter < world.nodeTime) {
      const time = world.clock.goTime(certificate.notAfter);
      const reason = `retrieved csr is not compatible: one of the certificates for the CSR has expired: ${time}`;
      failToRun(world, this.process, reason, { kind: 'log', evidence: [], step: 'bootstrap-again' });
      return false;
    }
    this.#log('csr for this node is still valid');
    return true;
  }

  #store(certificate: IssuedCertificate): void {
    const { world, state } = this;
    if (world.behaviour.firstCertificateInPem) {
      const file = state.clientStore.update(certificate, { step: 'store-certificate' });
      world.addCertificate(certificate, file);
      state.kubeconfig = { type: 'current-pem' };
    } else {
      const file = world.inCertificateDirectory('kubelet-client.crt');
      world.files.write(file, '0644', { step: 'store-certificate' });
      world.addCertificate(certificate, file);
      state.kubeconfig = { type: 'fixed', embedded: false, certificate: asClient(certificate) };
    }
    world.files.write(world.paths.kubeconfig.value, '0600', {
      step: 'write-kubeconfig',
      evidence: [world.paths.kubeconfig.evidence],
    });
    world.files.remove(this.#temporaryKeyPath);
    state.bootstrapKey = undefined;
    this.onDone();
  }

  #log(message: string): void {
    this.world.recorder.report({ actor: 'kubelet', kind: 'log', message });
  }
}
