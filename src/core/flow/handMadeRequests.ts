import type { UserInfo } from './kubeApiserver/identity';
import { MASTER } from './kubeApiserver/identity';
import type { KubeApiserver } from './kubeApiserver/kubeApiserver';
import type { RequestHandler } from './kubeApiserver/requestHandler';
import { asClient } from './kubelet/nodeState';
import type { Machines, PlayedMachine } from './machines';
import type { RequestByHand } from './scenarioRun';
import type { World } from './world';

/** Sends the requests of the run to kube-apiserver, each at its time, and writes the answers down. */
export class HandMadeRequests {
  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    private readonly handler: RequestHandler,
    private readonly machines: Machines,
  ) {
    for (const request of world.run.requests ?? []) {
      world.queue.at(request.t, () => {
        apiServer.whenUp(() => {
          this.#send(request);
        });
      });
    }
  }

  #send(request: RequestByHand): void {
    if (this.apiServer.failure !== undefined) return;
    const user = this.#userOf(request);
    const { status, text, evidence, object } = this.handler.answer(user, request);
    this.world.recorder.report({
      actor: 'admin',
      kind: 'api-request',
      message: text,
      details: {
        as: nameOf(request.as, user),
        request: `${request.method} ${request.path}`,
        status,
        reason: status === 403 ? 'Forbidden' : null,
        ...(object && { object }),
      },
      evidence,
      step: status === 401 ? 'authenticate' : 'authorize-create',
    });
  }

  #userOf({ as }: RequestByHand): UserInfo | undefined {
    if (as === 'admin') return MASTER;
    const [machine] = this.machines.all;
    if (as === 'nobody' || machine === undefined) return this.apiServer.authenticate({ type: 'none' });
    return as === 'node' ? this.#nodeOf(machine) : this.apiServer.authenticate(machine.world.bootstrapToken);
  }

  #nodeOf({ kubelet }: PlayedMachine): UserInfo | undefined {
    const certificate = kubelet.state.kubeconfigCertificate;
    if (certificate === undefined) return this.apiServer.authenticate({ type: 'none' });
    return this.apiServer.authenticate({ type: 'certificate', certificate: asClient(certificate) });
  }
}

/** As the recordings name those who ask. */
function nameOf(as: RequestByHand['as'], user: UserInfo | undefined): string {
  if (as === 'admin') return 'admin (system:masters)';
  return as === 'nobody' ? '(none)' : (user?.username ?? `(${as}, refused)`);
}
