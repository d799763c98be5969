import type { Issuer } from '../certificates/contents';

/** Purpose of a certificate of the node. */
export type CertificatePurpose = 'client' | 'serving' | 'self-signed';

/** A certificate as the simulation knows it. Times are seconds since the first start. */
export interface IssuedCertificate {
  readonly purpose: CertificatePurpose;
  readonly commonName: string;
  readonly organizations: readonly string[];
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  readonly usages: readonly string[];
  readonly notBefore: number;
  readonly notAfter: number;
  /** Number of the private key it belongs to: two certificates of one key have the same. */
  readonly key: number;
  /** False when it was signed by a CA that the API server does not trust. */
  readonly isTrusted: boolean;
}

export type ClientCertificate = IssuedCertificate & { readonly purpose: 'client' };

/** Returns whether a certificate is within its validity. */
export function isValidAt(certificate: IssuedCertificate, t: number): boolean {
  return certificate.notBefore <= t && t <= certificate.notAfter;
}

/**
 * Returns who signed a certificate. The names of a CA that the API server does not trust, and of the one that a kubelet makes
 * up for its own certificate, are those recorded for 1.20.
 */
export function issuerOf({ purpose, commonName, isTrusted }: IssuedCertificate, caName: string): Issuer {
  if (purpose === 'self-signed') return { kind: 'kubelet', commonName: commonName.replace('@', '-ca@') };
  return isTrusted ? { kind: 'cluster', commonName: caName } : { kind: 'other', commonName: 'some-other-ca' };
}
