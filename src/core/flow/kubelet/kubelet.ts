import type { NodeClient } from './nodeClient';
import type { NodeLifecycle } from '../kubeControllerManager/node';
import type { NodeWorld } from '../nodeWorld';
import type { DeletableFile } from '../scenarioRun';
import { KubeletProcess } from './kubeletProcess';
import { KubeletRun } from './kubeletRun';
import { NodeState } from './nodeState';

/** A client certificate that somebody made by hand. */
export interface ByHand {
  readonly file: string;
  readonly notBefore: number;
  readonly notAfter: number;
}

/** The node's kubelet over all its runs, with the service manager that starts it. */
export class Kubelet {
  readonly state: NodeState;
  #process: KubeletProcess | undefined;
  #run: KubeletRun | undefined;
  #runs = 0;
  #restarts = 0;
  exitCode: number | undefined;
  /** Stopped from outside: nothing but a new start from outside makes it run again. */
  isHeld = false;

  constructor(
    private readonly world: NodeWorld,
    private readonly apiServer: NodeClient,
    private readonly lifecycle: NodeLifecycle,
  ) {
    this.state = new NodeState(world);
  }

  /** Starts a new run, ending the one before. */
  start(hasBootstrapKubeconfig: boolean, message = ''): void {
    this.stop();
    this.isHeld = false;
    this.#runs += 1;
    this.exitCode = undefined;
    const process = new KubeletProcess(this.world, hasBootstrapKubeconfig, (code) => {
      this.#exited(code);
    });
    this.#process = process;
    const { paths, recorder } = this.world;
    recorder.report({
      actor: 'kubelet',
      kind: 'start',
      message,
      details: {
        run: this.#runs,
        kubeconfigExists: this.state.kubeconfig !== undefined,
        ...(this.world.machine !== undefined && { node: this.world.nodeName }),
      },
      evidence: [paths.bootstrapKubeconfig.evidence, paths.kubeconfig.evidence],
      step: this.#runs === 1 ? 'kubelet-start' : 'bootstrap-again',
    });
    this.#run = new KubeletRun(this.world, this.apiServer, this.lifecycle, this.state, process, () => {
      this.#restarts = 0;
    });
    this.#run.start(this.#runs === 1);
  }

  /** Stops the kubelet from outside, for good. */
  hold(): void {
    this.stop();
    this.isHeld = true;
  }

  /** Somebody deletes a file of the node; a running kubelet notices nothing, the next start does. */
  deleteFile(file: DeletableFile): void {
    const { state, world } = this;
    if (file === 'client-certificate') state.clientStore.forget();
    else if (file === 'kubeconfig') state.kubeconfig = undefined;
    else state.hasBootstrapFile = false;
    if (file === 'client-certificate') return;
    const { value } = file === 'kubeconfig' ? world.paths.kubeconfig : world.paths.bootstrapKubeconfig;
    if (file === 'kubeconfig') world.files.remove(value, 'admin');
    else world.recorder.report({ actor: 'filesystem', kind: 'file-remove', details: { path: value, by: 'admin' } });
  }

  /** Stops the kubelet from outside; does nothing when it does not run. */
  stop(): void {
    this.#process?.onStop?.();
    this.#process?.end();
    this.#run?.stopped();
    this.#process = undefined;
    this.#run = undefined;
  }

  /** A certificate made by hand is put where the kubelet's certificate is; a running kubelet takes it up by itself. */
  replaceClientCertificate({ file, notBefore, notAfter }: ByHand): void {
    const { clientStore } = this.state;
    const before = clientStore.current;
    if (before === undefined) return;
    const certificate = { ...before, notBefore, notAfter, isTrusted: true, key: this.world.newKey() };
    clientStore.place(certificate, this.world.inCertificateDirectory(file));
    this.world.addCertificate(certificate, this.world.inCertificateDirectory(file));
    this.#run?.clientCertificateReplaced();
  }

  #exited(code: number): void {
    const hadBootstrapKubeconfig = this.#process?.hasBootstrapKubeconfig ?? false;
    this.stop();
    this.exitCode = code;
    this.world.recorder.report({ actor: 'kubelet', kind: 'exit', details: { exitCode: code } });
    const { restartAfter, restarts } = this.world.run;
    if (restartAfter === undefined || this.#restarts >= restarts) return;
    this.#restarts += 1;
    this.world.queue.after(restartAfter, () => {
      if (this.#process === undefined && !this.isHeld)
        this.start(hadBootstrapKubeconfig, 'the service manager starts it again');
    });
  }
}
