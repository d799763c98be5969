import { csrApprovalsIn, scriptApprover, type AskedOnce, type ScriptApprover } from '../cluster/csrApprovers';
import type { CertificateSigningRequest } from './kubeApiserver/certificateSigningRequests';
import type { KubeApiserver } from './kubeApiserver/kubeApiserver';
import { approvalStep } from './kubeControllerManager/csrapproving';
import { kubectlApprove } from './kubectlApprove';
import { flowMessage } from './play/draftStep';
import type { World } from './world';

/** Seconds until a script finds a request that waits: how often its loop comes round, or when somebody starts it. */
const FOUND_AFTER = 60;

const COMMAND = 'kubectl certificate approve';

/** The scripts in view that run `kubectl certificate approve`, over and over or once for each machine. */
export class ScriptApprovals {
  readonly #served = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
  ) {
    if (csrApprovalsIn(world.cluster).length === 0) return;
    apiServer.requests.watch((request, change) => {
      if (change !== 'created' || request.origin !== 'kubelet') return;
      apiServer.whenUpIn(FOUND_AFTER, () => {
        this.#find(request);
      });
    });
  }

  #find(request: CertificateSigningRequest): void {
    if (request.deleted || request.condition !== undefined) return;
    const asked = askedFor(request);
    const approver = scriptApprover(this.world.cluster, asked);
    const place = `${request.machine ?? ''} ${asked}`;
    if (approver === undefined || (approver.script.value.runs === 'once' && this.#served.has(place))) return;
    this.#served.add(place);
    this.#approve(request, approver);
  }

  #approve(request: CertificateSigningRequest, { script: { path, value }, answer }: ScriptApprover): void {
    if (answer === 'unknown')
      this.world.recorder.assume(COMMAND, 'approves', flowMessage('assumption.script', { command: COMMAND }));
    const evidence = [{ setting: COMMAND, value: undefined, origin: { path, range: value.headRange } }];
    kubectlApprove(this.world, this.apiServer, request, evidence);
  }
}

function askedFor(request: CertificateSigningRequest): AskedOnce {
  const step = approvalStep(request);
  if (step === 'serving-approve') return 'serving';
  return step === 'renewal-approve' ? 'renewal' : 'first';
}
