import type { IssuedCertificate } from '../certificates';
import type { Evidence } from '../timeline';
import type { World } from '../world';
import { isOnlyLikely } from '../isOnlyLikely';
import type { KubeletProcess } from './kubeletProcess';

/** Tells when a certificate that nobody renews ends. The kubelet itself does nothing then (rot.off.expiry). */
export function watchFixedCertificate(
  world: World,
  process: KubeletProcess,
  certificate: IssuedCertificate | undefined,
  evidence: readonly Evidence[],
): void {
  if (certificate === undefined) return;
  const ends = certificate.notAfter - world.serverClockAhead;
  if (ends < world.now || ends > world.run.until) return;
  process.at(ends, () => {
    world.recorder.report({
      actor: 'time',
      kind: 'certificate-expired',
      details: { purpose: 'client', notAfter_s: certificate.notAfter },
      evidence,
      step: 'expire',
      likely: isOnlyLikely('rot.off.expiry', world.release),
    });
  });
}
