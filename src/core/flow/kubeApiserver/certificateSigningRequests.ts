import type { CertificatePurpose, IssuedCertificate } from '../certificates';
import type { UserInfo } from './identity';

/** What a kubelet asks for. */
export interface RequestDraft {
  readonly purpose: Exclude<CertificatePurpose, 'self-signed'>;
  readonly commonName: string;
  readonly organizations: readonly string[];
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  readonly usages: readonly string[];
  readonly signerName: string | undefined;
  readonly key: number;
}

export interface Condition {
  readonly type: 'Approved' | 'Denied' | 'Failed';
  readonly t: number;
  readonly reason: string;
  readonly message: string;
}

/** A CertificateSigningRequest as kube-apiserver stores it. */
export interface CertificateSigningRequest extends RequestDraft {
  readonly name: string;
  readonly created: number;
  readonly user: UserInfo;
  condition: Condition | undefined;
  certificate: IssuedCertificate | undefined;
  issuedAt: number | undefined;
  deleted: boolean;
}

export type RequestChange = 'created' | 'condition' | 'issued' | 'deleted';

export type RequestListener = (request: CertificateSigningRequest, change: RequestChange) => void;

/** The stored requests and who watches them. */
export class CertificateSigningRequests {
  readonly all: CertificateSigningRequest[] = [];
  readonly #listeners = new Set<RequestListener>();

  /** Watches all changes; returns what ends the watch. */
  watch(listener: RequestListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Returns the stored request of that name; undefined when there is none (any more). */
  get(name: string): CertificateSigningRequest | undefined {
    return this.all.findLast((request) => request.name === name && !request.deleted);
  }

  /** Returns the newest request of a purpose that still waits for a decision. */
  newestPending(purpose: CertificatePurpose): CertificateSigningRequest | undefined {
    return this.all.findLast(
      (request) => request.purpose === purpose && !request.deleted && request.condition === undefined,
    );
  }

  /** Returns the newest request of a purpose. */
  newest(purpose: CertificatePurpose): CertificateSigningRequest | undefined {
    return this.all.findLast((request) => request.purpose === purpose && !request.deleted);
  }

  add(request: CertificateSigningRequest): void {
    this.all.push(request);
    this.#tell(request, 'created');
  }

  decide(request: CertificateSigningRequest, condition: Condition): void {
    request.condition = condition;
    this.#tell(request, 'condition');
  }

  issue(request: CertificateSigningRequest, certificate: IssuedCertificate, t: number): void {
    request.certificate = certificate;
    request.issuedAt = t;
    this.#tell(request, 'issued');
  }

  remove(request: CertificateSigningRequest): void {
    request.deleted = true;
    this.#tell(request, 'deleted');
  }

  #tell(request: CertificateSigningRequest, change: RequestChange): void {
    for (const listener of [...this.#listeners]) listener(request, change);
  }
}
