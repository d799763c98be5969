import type { Range } from '../../text/range';
import type { EncodedData } from '../encodedData';
import type { Field } from '../yaml/field';

/** One entry of a list, as written. */
export interface ListedText {
  readonly value: string;
  readonly range: Range;
  readonly templated: boolean;
}

/** `Approved`, `Denied` or `Failed`, as a controller or a person wrote it. */
export interface CsrCondition {
  readonly conditionType: Field | undefined;
  readonly status: Field | undefined;
  readonly reason: Field | undefined;
  readonly message: Field | undefined;
  /** When the condition was written last; the cleaner counts from here. */
  readonly lastUpdateTime: Field | undefined;
  readonly range: Range;
}

/** A CertificateSigningRequest object of any version of its API. */
export interface CertificateSigningRequestDocument {
  readonly type: 'certificate-signing-request';
  readonly range: Range;
  readonly headRange: Range;
  readonly apiVersion: string;
  readonly name: Field | undefined;
  /** When kube-apiserver stored it; undefined in a file written by hand. */
  readonly created: Field | undefined;
  /** base64 of the PEM of a PKCS#10 request. */
  readonly request: Field<EncodedData> | undefined;
  readonly signerName: Field | undefined;
  readonly usages: readonly ListedText[];
  /** Who asked, as kube-apiserver filled it in; undefined in a file written by hand. */
  readonly username: Field | undefined;
  readonly groups: readonly ListedText[];
  readonly expirationSeconds: Field | undefined;
  readonly conditions: readonly CsrCondition[];
  /** The certificate once it is issued. */
  readonly certificate: Field<EncodedData> | undefined;
  /** True when a template decides which fields there are: what is absent may be there after all. */
  readonly templated: boolean;
}
