import { mismatchesOf } from '../../cluster/csrRecognisers';
import type { CertificateSigningRequest } from '../kubeApiserver/certificateSigningRequests';
import type { KubeApiserver } from '../kubeApiserver/kubeApiserver';
import type { ControlPlane } from '../start/controlPlane';
import type { World } from '../world';
import type { ControllerPermissions } from './csrapproving';

const FLAG = 'insecure-experimental-approve-all-kubelet-csrs-for-group';

/** Up to 1.6 the only automatic approval is this flag: it trusts a whole group (approve.group). */
export class GroupApprove {
  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    private readonly controlPlane: ControlPlane,
    private readonly permissions: Pick<ControllerPermissions, 'runs'>,
  ) {}

  /** Approves a client request of somebody in the group; leaves everything else pending. */
  sync(request: CertificateSigningRequest): void {
    if (request.deleted || request.condition !== undefined) return;
    const asked = { ...request, emailAddresses: [], uris: [], username: request.user.username };
    if (mismatchesOf(asked, 'nodeclient', this.controlPlane.release).length > 0) return;
    const { value: group, evidence } = this.world.reader.flag(
      this.controlPlane.cluster.controllerManager,
      FLAG,
      undefined,
    );
    const runs = this.permissions.runs('csrapproving');
    if (!runs.value || group === undefined || group === '' || !request.user.groups.includes(group)) {
      request.unattended = [runs.value ? evidence : runs.evidence];
      return;
    }
    const message = 'Auto approving of all kubelet CSRs is enabled on the controller manager';
    const { recorder, now } = this.world;
    recorder.report({
      actor: 'kube-controller-manager',
      kind: 'csr-approve',
      message,
      details: { name: request.name, reason: 'AutoApproved' },
      evidence: [evidence],
      step: 'approve',
    });
    this.apiServer.requests.decide(request, { type: 'Approved', t: now, reason: 'AutoApproved', message });
  }
}
