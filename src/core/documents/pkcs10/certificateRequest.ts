/** What a PKCS#10 request asks for. Names are as written: they may hold anything. */
export interface CertificateRequest {
  /** Empty when the subject has none; the last of several, as Go reads it. */
  readonly commonName: string;
  readonly organizations: readonly string[];
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  readonly emailAddresses: readonly string[];
  readonly uris: readonly string[];
  /** How many subject alternative names are of another kind, which Kubernetes does not look at. */
  readonly otherNames: number;
  /** `RSA 2048`, `ECDSA P-256`, `Ed25519`; undefined for a key of another kind. */
  readonly key: string | undefined;
}

/** Why the text of `spec.request` cannot be read. */
export type UnreadableReason =
  | 'not-base64'
  /** Base64, but of no PEM. */
  | 'no-pem'
  /** A private key stands first. */
  | 'private-key'
  /** PEM of something else stands first. */
  | 'other-pem'
  /** PEM of the right kind, but what it holds is no PKCS#10. */
  | 'malformed'
  /** Longer than anything that is read here; whether kube-apiserver takes it is not known. */
  | 'too-long';

/** What stands in `spec.request`, as far as it can be read. */
export type ReadRequest =
  | {
      readonly state: 'read';
      readonly request: CertificateRequest;
      /** What stands behind the first block of PEM, which is all that counts. */
      readonly follows: 'nothing' | 'text' | 'private-key';
    }
  | { readonly state: 'unreadable'; readonly reason: UnreadableReason };
