import type { CertificatePurpose, IssuedCertificate } from '../certificates';
import type { Evidence } from '../timeline';
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

/** Where a request comes from: a kubelet of the play, somebody's hand, or the files in view, which say that it was there before. */
export type RequestOrigin = 'kubelet' | 'hand' | 'view';

interface RequestRecord {
  readonly name: string;
  readonly created: number;
  readonly user: UserInfo;
  readonly origin: RequestOrigin;
  /** The machine whose kubelet made it, when there are several. */
  readonly machine: string | undefined;
}

/** A CertificateSigningRequest as kube-apiserver stores it. */
export interface CertificateSigningRequest extends RequestDraft, RequestRecord {
  /** All that were set, in order. */
  readonly conditions: Condition[];
  /** The one that counts: the last. */
  condition: Condition | undefined;
  certificate: IssuedCertificate | undefined;
  issuedAt: number | undefined;
  deleted: boolean;
  /** Settings that keep every controller from doing what it waits for; empty where none does. */
  unattended: readonly Evidence[];
}

/** Returns a request that nobody has looked at yet. */
export function newRequest(draft: RequestDraft, record: RequestRecord): CertificateSigningRequest {
  const untouched = {
    conditions: [],
    condition: undefined,
    certificate: undefined,
    issuedAt: undefined,
    deleted: false,
    unattended: [],
  };
  return { ...draft, ...record, ...untouched };
}

export type RequestChange = 'created' | 'condition' | 'issued' | 'deleted';

export type RequestListener = (request: CertificateSigningRequest, change: RequestChange) => void;

/** The stored requests and who watches them. */
export class CertificateSigningRequests {
  readonly all: CertificateSigningRequest[] = [];
  readonly #named = new Map<string, CertificateSigningRequest>();
  readonly #listeners: RequestListener[] = [];
  readonly #waiting = new Map<CertificateSigningRequest, Set<() => void>>();

  /** Watches all changes, for good. */
  watch(listener: RequestListener): void {
    this.#listeners.push(listener);
  }

  /** Watches the changes of one request; returns what ends the watch. */
  watchOne(request: CertificateSigningRequest, listener: () => void): () => void {
    const waiting = this.#waiting.get(request) ?? new Set();
    waiting.add(listener);
    this.#waiting.set(request, waiting);
    return () => {
      waiting.delete(listener);
      if (waiting.size === 0) this.#waiting.delete(request);
    };
  }

  /** Returns the stored request of that name; undefined when there is none (any more). */
  get(name: string): CertificateSigningRequest | undefined {
    return this.#named.get(name);
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
    this.#named.set(request.name, request);
    this.#tell(request, 'created');
  }

  /** Puts in place a request that was there before, without a word to those who watch. */
  place(request: CertificateSigningRequest): void {
    this.all.push(request);
    this.#named.set(request.name, request);
  }

  decide(request: CertificateSigningRequest, condition: Condition): void {
    request.conditions.push(condition);
    request.condition = condition;
    request.unattended = [];
    this.#tell(request, 'condition');
  }

  issue(request: CertificateSigningRequest, certificate: IssuedCertificate, t: number): void {
    request.certificate = certificate;
    request.issuedAt = t;
    this.#tell(request, 'issued');
  }

  remove(request: CertificateSigningRequest): void {
    request.deleted = true;
    if (this.#named.get(request.name) === request) this.#named.delete(request.name);
    this.#tell(request, 'deleted');
  }

  #tell(request: CertificateSigningRequest, change: RequestChange): void {
    for (const listener of this.#listeners) listener(request, change);
    for (const listener of [...(this.#waiting.get(request) ?? [])]) listener();
  }
}
