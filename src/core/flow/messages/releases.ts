import type { Catalogue } from '../../messages/message';
import type { ReleaseChangeId } from '../worlds/releaseChanges';

const texts: Readonly<Record<ReleaseChangeId, string>> = {
  'csr-name': 'A request is named after key and subject, so the same kubelet finds its old one again.',
  approval: 'csrapproving asks RBAC whether a client request may be approved; before, one flag approved a whole group.',
  'rotation-gate': 'Rotation of client certificates comes, behind the alpha gate RotateKubeletClientCertificate.',
  'serving-gate': 'The alpha gate RotateKubeletServerCertificate makes kubelets ask for serving certificates.',
  'serving-approval': 'With that gate the controller manager approves serving requests too.',
  'rotation-flag': '--rotate-certificates turns rotation on; its gate is on by default.',
  connections: 'After a renewal the kubelet closes its connections, so that the new certificate is used at once.',
  'require-kubeconfig': 'The kubelet uses its kubeconfig without --require-kubeconfig.',
  'looks-into': 'The kubelet looks into an existing kubeconfig: with an expired certificate it bootstraps again.',
  exit: 'With rotation on, a kubelet whose certificate has ended exits, so that a restart can bootstrap again.',
  backoff: 'After five failures the kubelet asks again every 32 seconds, before that every 128.',
  'exit-later': 'A kubelet that has had no valid certificate for five minutes exits as well.',
  cleaner: 'The controller csrcleaner may delete old requests.',
  pem: 'The first certificate goes into kubelet-client-TIMESTAMP.pem, with the link kubelet-client-current.pem.',
  'serving-setting': 'To ask for serving certificates takes serverTLSBootstrap and the gate.',
  'serving-unapproved': 'Nothing built in approves serving requests any more.',
  waits: 'Before its first request the kubelet waits up to a minute for the API server.',
  key: 'Until the first certificate has come, its key waits in kubelet-client.key.tmp.',
  'serving-names':
    'A serving request carries the addresses in the status of the node, so it is sent once the node is registered.',
  background: 'With rotation on, the kubelet starts at once and gets its first certificate in the background.',
  quarter: 'A request that nobody answers is followed by a new one about every 15 minutes.',
  'request-client':
    'Renewals are sent with the certificate that the kubeconfig leads to: one embedded there ends them when it ends.',
  'request-connection':
    'The client that sends renewals keeps its connection, and looks for a newer certificate every five minutes.',
  signer: 'Requests name their signer.',
  'gate-locked': 'The gate RotateKubeletClientCertificate is locked on: only the setting decides about rotation.',
  usages: 'Requests with elliptic keys leave key encipherment out of their usages.',
  address: 'No serving request is sent before the node has an IP address.',
  'cleaner-unissued': 'csrcleaner also deletes approved requests that were never issued.',
};

/** What a release does otherwise than the one before. */
export const releaseMessages: Catalogue = Object.fromEntries(
  Object.entries(texts).map(([id, text]) => [`flow.release.${id}`, text]),
);
