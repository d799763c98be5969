import type { IssuedCertificate } from '../certificates';
import type { Credential } from '../kubeApiserver/identity';
import type { NodeClient } from './nodeClient';
import type { NodeLifecycle } from '../kubeControllerManager/node';
import type { NodeWorld } from '../nodeWorld';
import { BlockingBootstrap } from './blockingBootstrap';
import { CertificateManager } from './certificateManager';
import { ClientTransport, reportConnectionsClosed } from './clientTransport';
import { failureOf } from '../start/startFailure';
import type { StartFailure } from '../start/failure';
import { fatalExitCode } from './exitCode';
import { decideBootstrap, failToRun, reportLastWords, type BootstrapDecision } from './kubeconfig';
import { KubeconfigClient } from './kubeconfigClient';
import type { KubeletProcess } from './kubeletProcess';
import { clientRotation, type Switch } from './kubeletSettings';
import { asClient, type NodeState } from './nodeState';
import { NodeStatus } from './nodeStatus';
import { reportStandalone } from './standalone';
import { clientDraft } from './requestDraft';
import { sharedClient } from './requestClient';
import { ServingCertificate } from './servingCertificate';
import { watchFixedCertificate } from './fixedCertificate';

/** Seconds from the start of the process until it looks at its credentials (recorded: 0.1 to 0.9, and 0.1 when started again). */
const START_UP = { first: 0.4, again: 0.1 };

/** Seconds until a running kubelet has noticed another certificate in the file (recorded: 1.1). */
const UNTIL_REREAD = 1.1;

/** Seconds until a kubelet that does not like its settings has ended (recorded: 0.1). */
const UNTIL_REFUSAL = 0.1;

/** What one run of the kubelet does, from reading its settings on. */
export class KubeletRun {
  #status: NodeStatus | undefined;
  #manager: CertificateManager | undefined;
  #first: IssuedCertificate | undefined;

  constructor(
    private readonly world: NodeWorld,
    private readonly apiServer: NodeClient,
    private readonly lifecycle: NodeLifecycle,
    private readonly state: NodeState,
    private readonly process: KubeletProcess,
    private readonly onRegistered: () => void,
  ) {}

  /** Starts; the first start on a node takes longer than later ones. */
  start(isFirst: boolean): void {
    const refusal = failureOf(this.world, this.world.kubelet, this.world.release);
    if (refusal !== undefined) {
      this.#refuse(refusal);
      return;
    }
    this.process.after(isFirst ? START_UP.first : START_UP.again, () => {
      const serving = new ServingCertificate(this.world, this.apiServer, this.state);
      serving.prepare();
      this.#connect(serving);
    });
  }

  /** The process has ended. */
  stopped(): void {
    this.#status?.stopped();
  }

  /** Somebody has put another certificate where the kubeconfig's is: new connections read the file (recorded on 1.20). */
  clientCertificateReplaced(): void {
    if (this.#manager !== undefined) return;
    this.process.after(UNTIL_REREAD, () => {
      this.#first = this.state.kubeconfigCertificate;
      reportConnectionsClosed(this.world);
      this.#status?.credentialReplaced();
    });
  }

  #refuse({ message, evidence }: StartFailure): void {
    this.process.after(UNTIL_REFUSAL, () => {
      reportLastWords(this.world, message, { kind: 'log', evidence: [evidence], step: 'kubelet-start' });
      this.process.exit(fatalExitCode(this.world.release));
    });
  }

  #connect(serving: ServingCertificate): void {
    const rotation = clientRotation(this.world);
    const isBackground = rotation.on && this.world.behaviour.backgroundBootstrap;
    if (isBackground) this.#log('Client rotation is on, will bootstrap in background');
    const decision = decideBootstrap(this.world, this.state, this.process, isBackground);
    this.#reportDecision(decision, isBackground);
    if (decision.type === 'fail') {
      const { message, evidence, step } = decision;
      failToRun(this.world, this.process, message, { kind: 'log', evidence: [evidence], step });
      return;
    }
    if (decision.type === 'bootstrap' && !isBackground) {
      const done = (): void => {
        this.#main(rotation, decision, serving);
      };
      new BlockingBootstrap(this.world, this.apiServer, this.state, this.process, done).run();
      return;
    }
    if (decision.type === 'bootstrap') this.#pointKubeconfigAtStore();
    this.#main(rotation, decision, serving);
  }

  /** The kubelet's main part: rotation, registration, serving certificate. */
  #main(rotation: Switch, decision: BootstrapDecision, serving: ServingCertificate): void {
    const { world, process } = this;
    if (decision.type === 'standalone' || !this.#speaksToServer()) {
      reportStandalone(world);
      return;
    }
    this.#first = rotation.on ? this.#initialCertificate() : this.state.kubeconfigCertificate;
    if (rotation.on)
      this.#startRotation(rotation, decision.type === 'bootstrap' && world.behaviour.backgroundBootstrap);
    else watchFixedCertificate(world, process, this.#first, rotation.evidence);
    const credential = (): Credential => this.#credential();
    this.#status = new NodeStatus(world, this.apiServer, this.lifecycle, process, credential, rotation.evidence, () => {
      this.onRegistered();
      serving.addressesKnown();
    });
    this.#status.start();
    serving.start(process, credential);
  }

  /** Up to 1.7 the kubeconfig counts only when another flag says so (boot.require). */
  #speaksToServer(): boolean {
    const { behaviour, reader, kubelet, run } = this.world;
    if (!behaviour.needsRequireKubeconfig || (kubelet === undefined && run.view !== 'complete')) return true;
    const required = reader.flag(kubelet, 'require-kubeconfig', 'true').value;
    if (required === 'true' || kubelet?.flags('api-servers').some(({ value }) => value.templated)) return true;
    // The flag's default is an empty list.
    return !['', '[]'].includes(reader.flag(kubelet, 'api-servers', undefined).value ?? '');
  }

  #startRotation(rotation: Switch, hasBootstrapped: boolean): void {
    const { world, process, state } = this;
    const isCopied = this.#loadStore();
    this.#log('Starting client certificate rotation.');
    const initial = this.#initialCertificate();
    const ofKubeconfig = new KubeconfigClient(world, process, state, hasBootstrapped);
    const client = world.behaviour.requestsWithKubeconfig
      ? ofKubeconfig
      : sharedClient(world, () => this.#credential());
    const manager = new CertificateManager(world, this.apiServer, process, {
      purpose: 'client',
      store: state.clientStore,
      initial,
      rotateAtOnce: isCopied,
      hasTemplate: () => true,
      template: () => clientDraft(world, world.newKey()),
      client,
      evidence: rotation.evidence,
      firstStep: 'create-csr',
      onIssued: () => {
        ofKubeconfig.certificateChanged();
        transport.certificateChanged();
      },
    });
    const transport = new ClientTransport(world, process, manager, rotation.evidence, () => {
      this.#status?.credentialChanged();
    });
    this.#manager = manager;
    manager.start();
    transport.start();
  }

  /** Reads the store; a certificate embedded in the kubeconfig is copied into an empty one (rot.embedded). */
  #loadStore(): boolean {
    const { clientStore, kubeconfig } = this.state;
    if (clientStore.current !== undefined) {
      this.#log(`Loading cert/key pair from "${clientStore.currentPath}".`);
      return false;
    }
    if (kubeconfig?.type !== 'fixed' || !kubeconfig.embedded) return false;
    const copy = { ...kubeconfig.certificate };
    this.world.addCertificate(copy, clientStore.update(copy, { step: 'store-certificate' }));
    return true;
  }

  /** The store's certificate counts before the one the kubeconfig names; an expired one counts as none. */
  #initialCertificate(): IssuedCertificate | undefined {
    const found = this.state.clientStore.current ?? this.state.kubeconfigCertificate;
    return found !== undefined && found.notAfter > this.world.nodeTime ? found : undefined;
  }

  #credential(): Credential {
    const followsManager = this.#manager !== undefined && this.world.behaviour.closesConnections;
    const certificate = followsManager ? this.#manager?.current : this.#first;
    return certificate === undefined ? { type: 'none' } : { type: 'certificate', certificate: asClient(certificate) };
  }

  #pointKubeconfigAtStore(): void {
    const { world, state } = this;
    state.kubeconfig = { type: 'current-pem' };
    const { value, evidence } = world.paths.kubeconfig;
    world.files.write(value, '0600', { step: 'write-kubeconfig', evidence: [evidence] });
  }

  #reportDecision(decision: BootstrapDecision, isBackground: boolean): void {
    const { world } = this;
    const path = world.paths.kubeconfig.value;
    if (decision.type === 'bootstrap' && isBackground) {
      const message =
        'Use the bootstrap credentials to request a cert, and set kubeconfig to point to the certificate dir';
      const evidence = [world.paths.bootstrapKubeconfig.evidence];
      world.recorder.report({ actor: 'kubelet', kind: 'log', message, evidence, step: 'bootstrap-credentials' });
    }
    if (decision.type !== 'use-kubeconfig') return;
    if (!this.process.hasBootstrapKubeconfig || world.paths.bootstrapKubeconfig.value === '') {
      if (isBackground) this.#log('No bootstrapping requested, will use kubeconfig');
    } else if (isBackground) {
      this.#log('Current kubeconfig file contents are still valid, no bootstrap necessary');
    } else if (world.behaviour.skipsWhenKubeconfigExists) {
      this.#log(`Kubeconfig ${path} exists, skipping bootstrap`);
    } else {
      this.#log(`Kubeconfig ${path} exists and is valid, skipping bootstrap`);
    }
  }

  #log(message: string): void {
    this.world.recorder.report({ actor: 'kubelet', kind: 'log', message });
  }
}
