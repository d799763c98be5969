import type { Cause } from './cause';

/** The causes by id: how findings and plays show them, and which built-in scenario does. */
export const causes = {
  'rotation-off': {
    found: [
      { rule: 'rotate-certificates-missing' },
      { rule: 'rotate-certificates-off' },
      { rule: 'client-rotation-gate-missing' },
    ],
    told: [{ sentence: 'expired-rotation-off' }],
    shown: { scenario: 'one-year-bomb', step: 'expire' },
  },
  'renewal-not-approved': {
    found: [{ rule: 'renewal-approval-unbound' }],
    told: [{ sentence: 'not-approved', step: 'renewal-approve' }],
    shown: { scenario: 'missing-renewal-binding', step: 'renewal-approve' },
  },
  'certificate-embedded': {
    found: [{ rule: 'client-certificate-embedded' }],
    told: [],
    shown: { scenario: 'embedded-certificate', step: 'bootstrap-again' },
  },
  'node-was-off': {
    found: [],
    told: [],
    shown: { scenario: 'node-off-for-a-year', step: 'bootstrap-again' },
  },
  'ca-changed': {
    found: [],
    told: [{ sentence: 'status-lost', words: 'certificate signed by unknown authority' }],
    shown: { scenario: 'ca-changed', step: 'node-not-ready' },
  },
  'other-ca': {
    found: [],
    told: [{ sentence: 'unreachable', words: 'certificate signed by unknown authority' }],
    shown: { scenario: 'api-server-other-ca', step: 'create-csr' },
  },
  'first-not-approved': {
    found: [
      { rule: 'csr-approval-unbound' },
      { rule: 'bootstrap-subject-unknown', step: 'approve' },
      { rule: 'controller-manager-cannot-approve' },
    ],
    told: [{ sentence: 'not-approved', step: 'approve' }],
    shown: { scenario: 'manual-approval', step: 'approve' },
  },
  'csrapproving-off': {
    found: [{ rule: 'csr-controller-disabled', step: 'approve' }],
    told: [{ sentence: 'nobody-approves' }],
    shown: { scenario: 'controller-disabled', step: 'approve' },
  },
  'serving-not-approved': {
    found: [
      { rule: 'serving-approval-none' },
      { rule: 'selfnodeserver-dead' },
      { rule: 'server-rotation-gate-missing', step: 'serving-approve' },
    ],
    told: [{ sentence: 'nobody-approves-serving' }],
    shown: { scenario: 'serving-nobody-approves', step: 'serving-approve' },
  },
  'not-signed': {
    found: [{ rule: 'signing-key-missing' }, { rule: 'csr-controller-disabled', step: 'sign' }],
    told: [{ sentence: 'not-signed' }, { sentence: 'nobody-signs' }, { sentence: 'signing-failed' }],
    shown: { scenario: 'signing-key-missing', step: 'sign' },
  },
  'may-not-ask': {
    found: [{ rule: 'node-bootstrapper-unbound' }, { rule: 'bootstrap-subject-unknown', step: 'authorize-create' }],
    told: [{ sentence: 'create-refused' }],
    shown: { scenario: 'missing-node-bootstrapper', step: 'authorize-create' },
  },
  'no-certificate-yet': {
    found: [],
    told: [{ sentence: 'register-refused', words: 'forbidden' }],
    shown: { scenario: 'manual-approval', step: 'register-node' },
  },
  'token-unknown': {
    found: [
      { rule: 'bootstrap-auth-disabled' },
      { rule: 'bootstrap-token-invalid' },
      { rule: 'token-file-malformed' },
      { rule: 'bootstrap-kubeconfig-incomplete' },
    ],
    told: [{ sentence: 'token-refused' }],
    shown: { scenario: 'wrong-token', step: 'authenticate' },
  },
  'token-ended': {
    found: [],
    told: [],
    shown: { scenario: 'expired-token', step: 'authenticate' },
  },
  'flag-refused': {
    found: [{ rule: 'flag-removed' }, { rule: 'flag-not-yet' }, { rule: 'flag-unknown' }],
    told: [{ sentence: 'settings-refused', words: 'unknown flag' }],
    shown: undefined,
  },
  'gate-refused': {
    found: [
      { rule: 'feature-gate-removed' },
      { rule: 'feature-gate-not-yet' },
      { rule: 'feature-gate-unknown' },
      { rule: 'feature-gate-locked' },
    ],
    told: [{ sentence: 'settings-refused', words: 'feature gate' }],
    shown: { scenario: 'upgrade-removed-gate', step: 'kubelet-start' },
  },
  'no-way-back': {
    found: [],
    told: [{ sentence: 'cannot-bootstrap' }],
    shown: { scenario: 'bomb-without-bootstrap-file', step: 'bootstrap-again' },
  },
  denied: {
    found: [],
    told: [{ sentence: 'denied' }],
    shown: { scenario: 'csr-denied', step: 'approve' },
  },
} as const satisfies Readonly<Record<string, Cause>>;

export type CauseId = keyof typeof causes;
