import type { KubeApiserver } from './kubeApiserver/kubeApiserver';
import type { CertificateSigningRequest } from './kubeApiserver/certificateSigningRequests';
import type { Machines, PlayedMachine } from './machines';
import { approvalStep } from './kubeControllerManager/csrapproving';
import type { KubeControllerManager } from './kubeControllerManager/kubeControllerManager';
import { kubectlApprove } from './kubectlApprove';
import type { Operation } from './scenarioRun';
import type { World } from './world';

/** The person with kubectl and a shell on the node: approves what waits, and does what the scenario says. */
export class Person {
  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    private readonly controllerManager: KubeControllerManager,
    private readonly machines: Machines,
  ) {
    const { approveAfter, operations } = world.run;
    apiServer.requests.watch((request, change) => {
      const delay = approveAfter?.[request.purpose];
      if (change !== 'created' || delay === undefined) return;
      apiServer.whenUpIn(delay, () => {
        kubectlApprove(world, apiServer, request);
      });
    });
    for (const operation of operations) {
      world.queue.at(operation.t, () => {
        this.#do(operation);
      });
    }
  }

  #do(operation: Operation): void {
    const { requests } = this.apiServer;
    switch (operation.type) {
      case 'approve-csr':
        kubectlApprove(this.world, this.apiServer, requests.newestPending(operation.csr));
        break;
      case 'deny-csr':
        this.#deny(requests.newestPending(operation.csr));
        break;
      case 'delete-csr':
        this.#delete(requests.newest(operation.csr));
        break;
      case 'give-signing-key':
        this.controllerManager.giveSigningKey();
        break;
      default: {
        const machine = this.machines.find(operation.machine);
        if (machine !== undefined) doOnMachine(machine, operation);
      }
    }
  }

  #deny(request: CertificateSigningRequest | undefined): void {
    if (request === undefined || request.condition !== undefined) return;
    const message = 'This CSR was denied by kubectl certificate deny.';
    const details = { name: request.name, reason: 'KubectlDeny' };
    this.world.recorder.report({ actor: 'admin', kind: 'csr-deny', message, details, step: approvalStep(request) });
    this.apiServer.requests.decide(request, { type: 'Denied', t: this.world.now, reason: 'KubectlDeny', message });
  }

  #delete(request: CertificateSigningRequest | undefined): void {
    if (request === undefined) return;
    this.world.recorder.report({ actor: 'kube-apiserver', kind: 'csr-delete', details: { name: request.name } });
    this.apiServer.requests.remove(request);
  }
}

type OnMachine = Exclude<Operation, { readonly type: 'approve-csr' | 'deny-csr' | 'delete-csr' | 'give-signing-key' }>;

/** What is done with a shell on a machine. */
function doOnMachine({ world, kubelet }: PlayedMachine, operation: OnMachine): void {
  switch (operation.type) {
    case 'stop-kubelet':
      stop({ world, kubelet }, 'kubelet stopped by the operator (SIGTERM)');
      break;
    case 'power-off':
      stop({ world, kubelet }, 'the node is switched off');
      break;
    case 'power-on':
      kubelet.start(world.hasBootstrapKubeconfig, 'the node is switched on');
      break;
    case 'restart-kubelet':
      if (!kubelet.isHeld) kubelet.start(world.hasBootstrapKubeconfig, 'restarted by the operator');
      break;
    case 'delete-file':
      kubelet.deleteFile(operation.file);
      break;
    case 'start-kubelet':
      kubelet.start(operation.bootstrapKubeconfig);
      break;
    case 'replace-client-certificate':
      kubelet.replaceClientCertificate(operation);
      break;
  }
}

function stop({ world, kubelet }: Pick<PlayedMachine, 'world' | 'kubelet'>, message: string): void {
  kubelet.hold();
  world.recorder.report({ actor: 'admin', kind: 'stop', message });
}
