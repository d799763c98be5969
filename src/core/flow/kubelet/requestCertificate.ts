import { isAtLeast, type Release } from '../../kubernetes/release';
import type { IssuedCertificate } from '../certificates';
import type { CertificateSigningRequest } from '../kubeApiserver/certificateSigningRequests';
import type { NodeClient } from './nodeClient';
import type { NodeWorld } from '../nodeWorld';
import type { KubeletProcess } from './kubeletProcess';

/** How waiting for a certificate can end. */
export interface WaitEnds {
  readonly onIssued: (certificate: IssuedCertificate) => void;
  readonly onTimeout: () => void;
  /** The request was denied, failed or was deleted; `reason` is what the kubelet prints. */
  readonly onDenied: (reason: string) => void;
}

/** Seconds until the kubelet sees a change of its request. */
const REACTION = 0.02;

/** Watches a request until it is issued, refused or `limit` seconds are over. */
export function waitForCertificate(
  world: NodeWorld,
  apiServer: NodeClient,
  process: KubeletProcess,
  request: CertificateSigningRequest,
  limit: number,
  ends: WaitEnds,
): void {
  let isOver = false;
  const end = (run: () => void, delay: number): void => {
    if (isOver) return;
    isOver = true;
    stop();
    process.after(delay, run);
  };
  const look = (): void => {
    const { condition, certificate } = request;
    if (certificate !== undefined) {
      end(() => {
        report(world, `certificate signing request ${request.name} is issued`);
        ends.onIssued(certificate);
      }, REACTION);
    } else if (condition?.type === 'Approved') {
      report(world, `certificate signing request ${request.name} is approved, waiting to be issued`);
    } else if (request.deleted || condition !== undefined) {
      const reason = refusalText(request, world.release);
      end(() => {
        ends.onDenied(reason);
      }, 0);
    }
  };
  const stop = apiServer.requests.watchOne(request, look);
  process.untilEnd(stop);
  process.after(limit, () => {
    end(ends.onTimeout, 0);
  });
  if (request.condition !== undefined) look();
}

/** The words of client-go's csr package: recorded on 1.20, others before requests could fail (err.csr.denied, sign.failed). */
function refusalText({ name, deleted, condition }: CertificateSigningRequest, release: Release): string {
  if (deleted || condition === undefined) return `csr "${name}" was deleted`;
  const denied = isAtLeast(release, '1.19') ? 'is denied' : 'is not approved';
  const verb = condition.type === 'Failed' ? 'failed' : denied;
  return `certificate signing request ${verb}, reason: ${condition.reason}, message: ${condition.message}`;
}

function report(world: NodeWorld, message: string): void {
  world.recorder.report({ actor: 'kubelet', kind: 'log', message });
}
