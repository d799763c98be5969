import type { CauseId } from './causes';

/** Something an operator sees. What it means is said by the text `flow.symptom.<id>`. */
export interface Symptom {
  /** As the program prints it; recorded, and the same in every language. */
  readonly words: string;
  /** What may be behind it, the most frequent first. */
  readonly causes: readonly CauseId[];
}

/** What operators see, in the order in which it is offered. Words: recordings of 1.20, err.* of the fact base. */
export const symptoms = {
  'certificate-expired': {
    words: 'x509: certificate has expired or is not yet valid',
    causes: ['rotation-off', 'renewal-not-approved', 'certificate-embedded', 'node-was-off'],
  },
  'node-not-ready': {
    words: 'Kubelet stopped posting node status.',
    causes: ['rotation-off', 'renewal-not-approved', 'certificate-embedded', 'ca-changed', 'node-was-off'],
  },
  'csr-pending': {
    words: 'Pending',
    causes: ['first-not-approved', 'csrapproving-off', 'renewal-not-approved', 'serving-not-approved'],
  },
  'csr-approved': { words: 'Approved', causes: ['not-signed'] },
  'csr-denied': { words: 'certificate signing request is denied', causes: ['denied'] },
  forbidden: { words: 'is forbidden: User', causes: ['may-not-ask', 'no-certificate-yet'] },
  unauthorized: {
    words: 'Unauthorized',
    causes: ['token-unknown', 'token-ended', 'rotation-off', 'renewal-not-approved'],
  },
  'tls-internal-error': { words: 'remote error: tls: internal error', causes: ['serving-not-approved'] },
  'unknown-authority': {
    words: 'x509: certificate signed by unknown authority',
    causes: ['other-ca', 'ca-changed'],
  },
  'bootstrap-file-missing': {
    words: 'unable to load bootstrap kubeconfig',
    causes: ['no-way-back', 'certificate-embedded', 'node-was-off'],
  },
  'unknown-flag': { words: 'unknown flag', causes: ['flag-refused'] },
  'feature-gate': { words: 'unrecognized feature gate', causes: ['gate-refused'] },
} as const satisfies Readonly<Record<string, Symptom>>;

export type SymptomId = keyof typeof symptoms;

export const symptomIds = Object.keys(symptoms) as readonly SymptomId[];
