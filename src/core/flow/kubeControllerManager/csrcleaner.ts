import type { CertificateSigningRequest } from '../kubeApiserver/certificateSigningRequests';
import type { KubeApiserver } from '../kubeApiserver/kubeApiserver';
import type { ControlPlane } from '../start/controlPlane';
import type { World } from '../world';
import type { ControllerManagerSettings } from './controllerManagerSettings';

const HOUR = 3600;

/** The controller that deletes old requests. It looks every hour, to the second, from the start of the controller manager on. */
export class Csrcleaner {
  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    private readonly controlPlane: ControlPlane,
    private readonly settings: ControllerManagerSettings,
  ) {}

  /** Schedules the pass that will find the request too old, as it stands now. */
  watch(request: CertificateSigningRequest): void {
    if (!this.controlPlane.behaviour.cleanerDeletes) return;
    const due = this.#dueAt(request);
    if (due === undefined) return;
    this.world.queue.at(Math.ceil(due / HOUR) * HOUR, () => {
      this.apiServer.whenUp(() => {
        this.#clean(request);
      });
    });
  }

  #clean(request: CertificateSigningRequest): void {
    const due = this.#dueAt(request);
    if (request.deleted || due === undefined || due > this.world.now || !this.settings.runs('csrcleaner')) return;
    this.world.recorder.report({
      actor: 'kube-controller-manager',
      kind: 'csr-delete',
      details: { name: request.name },
    });
    this.apiServer.requests.remove(request);
  }

  /** Limits of clean.times: pending 24 h; denied, failed or issued 1 h; approved without certificate never, or 24 h from 1.35. */
  #dueAt(request: CertificateSigningRequest): number | undefined {
    const { condition } = request;
    if (condition === undefined) return request.created + 24 * HOUR;
    if (condition.type !== 'Approved' || request.issuedAt !== undefined) return condition.t + HOUR;
    return this.controlPlane.behaviour.cleanerDeletesUnissued ? condition.t + 24 * HOUR : undefined;
  }
}
