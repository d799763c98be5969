import type { CertificateSigningRequest } from './kubeApiserver/certificateSigningRequests';
import type { KubeApiserver } from './kubeApiserver/kubeApiserver';
import type { World } from './world';

/** An approver of the operator's own for serving requests, such as kubelet-csr-approver: nothing built in does this from 1.11 on. */
export class ServingApprover {
  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
  ) {
    const { servingApproverAfter } = world.run;
    if (servingApproverAfter === undefined) return;
    apiServer.requests.watch((request, change) => {
      if (change !== 'created' || request.purpose !== 'serving') return;
      apiServer.whenUpIn(servingApproverAfter, () => {
        this.#approve(request);
      });
    });
  }

  #approve(request: CertificateSigningRequest): void {
    if (request.deleted || request.condition !== undefined) return;
    const { recorder, now } = this.world;
    const reason = 'ApprovedByApprover';
    const details = { name: request.name, reason };
    recorder.report({ actor: 'approver', kind: 'csr-approve', details, step: 'serving-approve' });
    this.apiServer.requests.decide(request, { type: 'Approved', t: now, reason, message: '' });
  }
}
