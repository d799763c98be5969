import type { Catalogue } from '../../messages/message';
import type { CauseId } from '../symptoms/causes';
import type { SymptomId } from '../symptoms/symptoms';

const symptomTexts: Readonly<Record<SymptomId, string>> = {
  'certificate-expired': 'Whoever checks a certificate finds that its time is over',
  'node-not-ready': 'kubectl get nodes: NotReady since this morning',
  'csr-pending': 'kubectl get csr: a request stays Pending',
  'csr-approved': 'kubectl get csr: a request is Approved, but never Issued',
  'csr-denied': 'The kubelet stops: somebody has denied its request',
  forbidden: '403: the client is known, but may not do this',
  unauthorized: '401: the client is nobody the API server knows',
  'tls-internal-error': 'kubectl logs and exec fail: the kubelet has no certificate to show on port 10250',
  'unknown-authority': 'The kubelet does not trust the certificate of the API server',
  'bootstrap-file-missing': 'The kubelet does not start: it wants to bootstrap again and cannot',
  'unknown-flag': 'A component does not start: it does not know one of its flags',
  'feature-gate': 'A component does not start: it does not take one of its feature gates',
};

const causeTexts: Readonly<Record<CauseId, readonly [cause: string, fix: string]>> = {
  'rotation-off': [
    'Rotation is off: nobody renews the client certificate, so it ends.',
    'Turn on rotateCertificates (up to 1.10 the flag --rotate-certificates), and bind selfnodeclient to group system:nodes.',
  ],
  'renewal-not-approved': [
    'The kubelet asks for its next certificate, but nothing lets nodes renew.',
    'Bind the role selfnodeclient to group system:nodes.',
  ],
  'certificate-embedded': [
    'The kubeconfig holds the first certificate itself, so a restart goes back to it.',
    'Point client-certificate and client-key of the kubeconfig at kubelet-client-current.pem.',
  ],
  'node-was-off': [
    'The node was switched off until its certificate had ended.',
    'Give it a bootstrap kubeconfig with a fresh token and start it again.',
  ],
  'ca-changed': [
    'The API server shows a certificate of another CA than before.',
    'Write the new CA into the kubeconfig of every node.',
  ],
  'other-ca': [
    'The bootstrap kubeconfig names another CA than the one that signed the certificate of the API server.',
    'Put the CA that signed the API server certificate into the bootstrap kubeconfig.',
  ],
  'first-not-approved': [
    'No binding lets a bootstrapping kubelet have its certificate, so a person must approve.',
    'Bind the role nodeclient to the group of the token, or approve the request with kubectl.',
  ],
  'csrapproving-off': ['The controller that would approve does not run.', 'Take -csrapproving out of --controllers.'],
  'serving-not-approved': [
    'Nothing built in approves requests for serving certificates from 1.11 on.',
    'Approve the request with kubectl, or run an approver for kubelet-serving.',
  ],
  'not-signed': [
    'The controller manager has no key to sign with, or its signing controller does not run.',
    'Give the controller manager --cluster-signing-cert-file and --cluster-signing-key-file.',
  ],
  'may-not-ask': [
    'The token is known, but no binding lets its user ask for a certificate.',
    'Bind system:node-bootstrapper to the user or group of the token.',
  ],
  'no-certificate-yet': [
    'The kubelet goes on as system:anonymous while it waits for its certificate.',
    'Find out why the request is not approved or not signed.',
  ],
  'token-unknown': [
    'The API server does not accept the token of the bootstrap kubeconfig.',
    'Let the API server know the token, and write the same token into the bootstrap kubeconfig.',
  ],
  'token-ended': [
    'The bootstrap token has ended. Its time stands in the Secret, or the Secret is gone already.',
    'Make a new token and write it into the bootstrap kubeconfig.',
  ],
  'flag-refused': [
    'A flag is gone in this release, not there yet, or misspelt.',
    'Take the flag out, or write what has taken its place.',
  ],
  'gate-refused': [
    'A feature gate is gone in this release, not there yet, locked, or misspelt.',
    'Take the gate out of --feature-gates.',
  ],
  'no-way-back': [
    'The certificate has ended, and the bootstrap kubeconfig is gone.',
    'Put back a bootstrap kubeconfig with a fresh token, start the kubelet, and turn on rotation.',
  ],
  denied: [
    'The request was denied by a person. The same key gives the same name, so each start finds it again.',
    'Delete the denied request; the next start makes a new one.',
  ],
};

/** What operators see, what is behind it, and what helps. */
export const symptomMessages: Catalogue = Object.fromEntries([
  ...Object.entries(symptomTexts).map(([id, text]) => [`flow.symptom.${id}`, text] as const),
  ...Object.entries(causeTexts).flatMap(([id, [cause, fix]]) => [
    [`flow.cause.${id}`, cause] as const,
    [`flow.cause.${id}.fix`, fix] as const,
  ]),
]);
