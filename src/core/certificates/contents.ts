/** Who a certificate or request is for. */
export interface Subject {
  readonly commonName: string;
  readonly organizations: readonly string[];
  /** DNS names and IP addresses. */
  readonly sans: readonly string[];
}

/** What stands in a CertificateSigningRequest's `spec.request`. */
export interface RequestContents extends Subject {
  /** Number of the node's private key: two of one number have the same key. */
  readonly key: number;
}

/** Who signed a certificate: a CA that the API server trusts or not, or the kubelet itself. */
export interface Issuer {
  readonly kind: 'cluster' | 'other' | 'kubelet';
  readonly commonName: string;
}

/** What stands in a certificate. Times are milliseconds of Unix time. */
export interface CertificateContents extends RequestContents {
  /** As Kubernetes names them: `digital signature`, `client auth`. */
  readonly usages: readonly string[];
  readonly issuer: Issuer;
  readonly notBefore: number;
  readonly notAfter: number;
}
