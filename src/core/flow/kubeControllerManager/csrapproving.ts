import type { Controller } from '../../cluster/controllersInView';
import { clientApprovals, mismatchesOf, type Approval } from '../../cluster/csrRecognisers';
import { approvals } from '../../cluster/rbacAccess';
import type { CertificateSigningRequest } from '../kubeApiserver/certificateSigningRequests';
import type { Decision } from '../kubeApiserver/authorization';
import type { KubeApiserver } from '../kubeApiserver/kubeApiserver';
import { accessDecision } from '../kubeApiserver/requestEvents';
import type { FlowStepId } from '../flowStep';
import type { Effective } from '../settings';
import type { ControlPlane } from '../start/controlPlane';
import type { Evidence } from '../timeline';
import type { World } from '../world';

const MESSAGES: Readonly<Record<Approval, string>> = {
  selfnodeclient: 'Auto approving self kubelet client certificate after SubjectAccessReview.',
  nodeclient: 'Auto approving kubelet client certificate after SubjectAccessReview.',
  selfnodeserver: 'Auto approving self kubelet server certificate after SubjectAccessReview.',
};

/** The controller that approves what it recognises and RBAC lets the requester have. It never denies. */
export class Csrapproving {
  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    private readonly controlPlane: ControlPlane,
    private readonly permissions: ControllerPermissions,
  ) {}

  /** Looks at a new request; a request it does not recognise, or may not approve, stays pending. */
  sync(request: CertificateSigningRequest): void {
    if (request.deleted || request.condition !== undefined) return;
    const runs = this.permissions.runs('csrapproving');
    if (!runs.value) {
      request.unattended = [runs.evidence];
      return;
    }
    const recognised = this.#recognise(request);
    if (recognised.length === 0) request.unattended = this.#whyUnknown(request);
    const refusals: [Approval, Decision][] = [];
    for (const permission of recognised) {
      const decision = this.#review(request, permission);
      if (decision.allowed) {
        this.#approve(request, permission, decision);
        return;
      }
      refusals.push([permission, decision]);
    }
    if (refusals.length > 0) this.#reportRefusal(request, refusals);
  }

  #recognise(request: CertificateSigningRequest): readonly Approval[] {
    const serves = this.controlPlane.behaviour.approvesServing && this.#servingGate().value;
    const tried: readonly Approval[] = serves ? [...clientApprovals, 'selfnodeserver'] : clientApprovals;
    const asked = { ...request, emailAddresses: [], uris: [], username: request.user.username };
    return tried.filter((approval) => mismatchesOf(asked, approval, this.controlPlane.release).length === 0);
  }

  #review(request: CertificateSigningRequest, permission: Approval): Decision {
    return this.apiServer.authorize(request.user, approvals[permission]);
  }

  #approve(request: CertificateSigningRequest, permission: Approval, decision: Decision): void {
    if (!this.permissions.mayApprove(request)) return;
    const { recorder, now } = this.world;
    const message = MESSAGES[permission];
    recorder.report({
      actor: 'kube-controller-manager',
      kind: 'csr-approve',
      message,
      details: { name: request.name, reason: 'AutoApproved' },
      evidence: decision.evidence,
      decisions: [accessDecision(request.user, approvals[permission], decision)],
      step: approvalStep(request),
    });
    this.apiServer.requests.decide(request, { type: 'Approved', t: now, reason: 'AutoApproved', message });
  }

  #reportRefusal(request: CertificateSigningRequest, refusals: readonly (readonly [Approval, Decision])[]): void {
    const { name, user } = request;
    const recognised = refusals.map(([permission]) => permission);
    this.world.recorder.report({
      actor: 'kube-controller-manager',
      kind: 'log',
      message: `Sync ${name} failed with : recognized csr "${name}" as [${recognised.join(' ')}] but subject access review was not approved`,
      details: { name },
      evidence: refusals.flatMap(([, { evidence }]) => evidence),
      decisions: refusals.map(([permission, decision]) => accessDecision(user, approvals[permission], decision)),
      step: approvalStep(request),
    });
  }

  /** What it would recognise with other settings: a serving request by its gate, any request in another release. */
  #whyUnknown({ purpose }: CertificateSigningRequest): readonly Evidence[] {
    const { behaviour, release } = this.controlPlane;
    const gate = this.#servingGate();
    if (purpose === 'serving' && behaviour.approvesServing && !gate.value) return [gate.evidence];
    return [{ setting: 'kube-controller-manager', value: release, origin: undefined }];
  }

  #servingGate(): Effective<boolean> {
    const { controllerManager } = this.controlPlane.cluster;
    return this.world.reader.gate(controllerManager, 'RotateKubeletServerCertificate', false);
  }
}

/** What the controllers are allowed and told to do. */
export interface ControllerPermissions {
  /** Returns whether `--controllers` leaves the controller on. */
  runs(controller: Controller): Effective<boolean>;
  /** Returns whether the controller manager may update the approval; reports the refusal when it may not. */
  mayApprove(request: CertificateSigningRequest): boolean;
}

/** Returns the flow step at which this request is approved. */
export function approvalStep(request: CertificateSigningRequest): FlowStepId {
  if (request.purpose === 'serving') return 'serving-approve';
  return request.user.username === request.commonName ? 'renewal-approve' : 'approve';
}
