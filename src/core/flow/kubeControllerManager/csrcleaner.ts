import { isAtLeast } from '../../kubernetes/release';
import type { CertificateSigningRequest, Condition } from '../kubeApiserver/certificateSigningRequests';
import type { KubeApiserver } from '../kubeApiserver/kubeApiserver';
import type { ControlPlane } from '../start/controlPlane';
import type { World } from '../world';
import type { ControllerManagerSettings } from './controllerManagerSettings';

const HOUR = 3600;

/** From when on a request is deleted, and why, in the controller's words as recorded on 1.20; undefined where none are known. */
interface Due {
  readonly t: number;
  readonly why: string | undefined;
}

/** The controller that deletes old requests. It looks every hour, to the second, from the start of the controller manager on. */
export class Csrcleaner {
  constructor(
    private readonly world: World,
    private readonly apiServer: KubeApiserver,
    private readonly controlPlane: ControlPlane,
    private readonly settings: ControllerManagerSettings,
  ) {}

  /**
   * Schedules the pass that will find the request too old, as it stands now. The first pass, at the start itself, sees an empty
   * list (recorded on 1.20).
   */
  watch(request: CertificateSigningRequest): void {
    if (!this.controlPlane.behaviour.cleanerDeletes) return;
    const due = Math.min(...this.#dues(request).map(({ t }) => t));
    if (due === Infinity) return;
    this.world.queue.at(Math.max(HOUR, Math.ceil(due / HOUR) * HOUR), () => {
      this.apiServer.whenUp(() => {
        this.#clean(request);
      });
    });
  }

  #clean(request: CertificateSigningRequest): void {
    const due = this.#dues(request).filter(({ t }) => t <= this.world.now);
    if (request.deleted || due.length === 0 || !this.settings.runs('csrcleaner').value) return;
    const { name } = request;
    for (const { why } of due) {
      if (why === undefined) continue;
      const message = `Cleaning CSR ${JSON.stringify(name)} as ${why}.`;
      this.world.recorder.report({ actor: 'kube-controller-manager', kind: 'log', message, details: { name } });
    }
    if (!this.settings.mayDelete(request)) return;
    this.world.recorder.report({ actor: 'kube-controller-manager', kind: 'csr-delete', details: { name } });
    this.apiServer.requests.remove(request);
  }

  /** In the order in which the controller tests and tells them: the end of the certificate, then the first limit that counts. */
  #dues({ created, conditions, certificate }: CertificateSigningRequest): readonly Due[] {
    const isIssued = certificate !== undefined;
    const isApproved = conditions.some(({ type }) => type === 'Approved');
    const limits = conditions.flatMap((condition) => this.#limitOf(condition, isIssued));
    const pending = { t: created + 24 * HOUR, why: 'it is more than 24h0m0s old and unhandled' };
    const oldest = conditions.length === 0 ? pending : limits.reduce<Due | undefined>(earlier, undefined);
    const expired = { t: certificate?.notAfter ?? 0, why: 'the associated certificate is expired' };
    return [...(isIssued && isApproved ? [expired] : []), ...(oldest ? [oldest] : [])];
  }

  /** Limits of clean.times: denied, failed or issued 1 h; approved without certificate never, or 24 h from 1.35. */
  #limitOf({ type, t }: Condition, isIssued: boolean): readonly Due[] {
    const after = (hours: number, state: string): readonly Due[] => [
      { t: t + hours * HOUR, why: `it is more than ${String(hours)}h0m0s old and ${state}` },
    ];
    switch (type) {
      case 'Approved':
        if (isIssued) return after(1, 'approved');
        return this.controlPlane.behaviour.cleanerDeletesUnissued ? [{ t: t + 24 * HOUR, why: undefined }] : [];
      case 'Denied':
        return after(1, 'denied');
      case 'Failed':
        return isAtLeast(this.controlPlane.release, '1.19') ? after(1, 'failed') : [];
    }
  }
}

function earlier(a: Due | undefined, b: Due): Due {
  return a !== undefined && a.t <= b.t ? a : b;
}
