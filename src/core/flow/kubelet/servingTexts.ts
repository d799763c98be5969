import { isAtLeast, type Release } from '../../kubernetes/release';

/** Returns what a kubelet without a serving certificate and its clients say of each other (serving.nocert, recorded on 1.20). */
export function handshakeFailure(release: Release): string {
  const why = isAtLeast(release, '1.10')
    ? 'no serving certificate available for the kubelet'
    : 'no certificate available';
  return `http: TLS handshake error from IP:PORT: ${why}\nremote error: tls: internal error`;
}
