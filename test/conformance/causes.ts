import type { SetupFile } from './setupToCluster';

/** The rules that name what a recording shows, or why no rule can; files say what the recorder kept only in words. */
export type Cause =
  | { readonly rules: readonly string[]; readonly files?: readonly SetupFile[]; readonly note?: string }
  | { readonly none: string };

const WORKS = 'It works: there is nothing to name.';
const CA_CONTENT = 'What differs is inside certificates; files only name them.';
const BY_HAND = 'The operator did it by hand, after the start.';

/** The token file that the API servers of the recordings read. */
const tokenFile: SetupFile = {
  path: 'token.csv',
  text: '6df3c701f979cee17732c30958745947,kubelet-bootstrap,10001,"system:bootstrappers"\n',
};

/** The approval of scenario 04, without which no file is about the rights of nodes. */
const approvalBinding: SetupFile = {
  path: 'approval.yaml',
  text: [
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: ClusterRoleBinding',
    'metadata: {name: node-client-auto-approve-csr}',
    'roleRef:',
    '  apiGroup: rbac.authorization.k8s.io',
    '  kind: ClusterRole',
    '  name: system:certificates.k8s.io:certificatesigningrequests:nodeclient',
    'subjects:',
    '- {apiGroup: rbac.authorization.k8s.io, kind: Group, name: system:bootstrappers}',
    '',
  ].join('\n'),
};

/** What `existingKubeconfig` says in words. */
const embeddedKubeconfig: SetupFile = {
  path: 'kubelet.kubeconfig',
  text: [
    'apiVersion: v1',
    'kind: Config',
    'clusters: [{name: c, cluster: {server: "https://10.77.0.1:6443", certificate-authority: /etc/kubernetes/pki/ca.crt}}]',
    'users: [{name: u, user: {client-certificate-data: LS0tLS1CRUdJTg==, client-key-data: LS0tLS1CRUdJTg==}}]',
    'contexts: [{name: k, context: {cluster: c, user: u}}]',
    'current-context: k',
    '',
  ].join('\n'),
};

const unbound: Cause = {
  rules: ['node-bootstrapper-unbound'],
  files: [approvalBinding],
  note: 'with an approval beside it: where no RBAC about nodes is in view, nothing can be missing',
};

const wrongToken: Cause = {
  rules: ['bootstrap-auth-disabled'],
  files: [tokenFile],
  note: 'with the token file in view',
};

/** Every recording: its cause in configuration by rule id, or the reason why there is none. */
export const causes: Readonly<Record<string, Cause>> = {
  '01-no-node-bootstrapper-binding': unbound,
  '01b-no-node-bootstrapper-binding-rotate': unbound,
  '02-wrong-token': { rules: ['bootstrap-auth-disabled'] },
  '03-manual-approval': { rules: ['csr-approval-unbound'] },
  '03b-manual-approval-rotate': { rules: ['csr-approval-unbound'] },
  '03c-pending-over-5-minutes-rotate': { rules: ['csr-approval-unbound'] },
  '04-auto-approve-no-rotation-expiry': { rules: ['rotate-certificates-off'] },
  '04b-no-rotation-file-replaced': { rules: ['rotate-certificates-off'] },
  '04c-token-without-group': { rules: ['bootstrap-subject-unknown'] },
  '04d-article-custom-clusterrole': { rules: ['role-by-hand'] },
  '04f-signing-duration-5m-rotate': { rules: ['signing-duration-short'] },
  '04g-expired-restart-with-bootstrap-old-csr': { rules: ['rotate-certificates-off'] },
  '05-rotation-selfnodeclient': { none: WORKS },
  '05b-rotation-lifetime-below-reload-interval': { rules: ['signing-duration-short'] },
  '06-rotation-without-selfnodeclient': { rules: ['renewal-approval-unbound'] },
  '06b-rotation-without-selfnodeclient-restarted': { rules: ['renewal-approval-unbound'] },
  '07-server-tls-bootstrap': { rules: ['serving-approval-none'] },
  '07b-self-signed-serving-with-kubelet-ca': { rules: ['serving-rotation-missing'] },
  '07c-server-tls-bootstrap-with-kubelet-ca': { rules: ['serving-approval-none'] },
  '07d-serving-certificate-expires': { rules: ['serving-approval-none'] },
  '07e-serving-csr-pending-16-minutes': { rules: ['serving-approval-none'] },
  '07f-self-signed-serving-without-kubelet-ca': { rules: ['serving-rotation-missing'] },
  '08-server-tls-bootstrap-selfnodeserver-rbac': { rules: ['selfnodeserver-dead'] },
  '09a-bootstrap-token-valid': { none: WORKS },
  '09b-bootstrap-token-expired': { rules: ['bootstrap-token-invalid'] },
  '09c-bootstrap-token-wrong-usage': { rules: ['bootstrap-token-invalid'] },
  '09e-bootstrap-token-wrong-secret': wrongToken,
  '09f-bootstrap-token-unknown-id': {
    none: 'No Secret of that id: whether one is in the cluster is not known from files.',
  },
  '09g-bootstrap-token-extra-group-only-binding': { none: WORKS },
  '09h-bootstrap-token-malformed': wrongToken,
  '09i-bootstrap-token-wrong-type': { rules: ['bootstrap-token-invalid'] },
  '09k-bootstrap-token-no-extra-groups': { none: WORKS },
  '09l-tokencleaner': { none: 'It shows what tokencleaner deletes; nothing is wrong.' },
  '09m-bootstrap-token-apiserver-reasons': {
    none: 'One Secret after another, each by itself: agreement.test.ts asks for each case.',
  },
  '10-kcm-without-signing-cert': { rules: ['signing-key-missing'] },
  '10c-signing-ca-not-trusted': { none: `${CA_CONTENT} Two names may be one CA.` },
  '11-kcm-without-csrapproving': { rules: ['csr-controller-disabled'] },
  '12-csr-denied': { none: BY_HAND },
  '12c-csr-deleted': { none: BY_HAND },
  '13-apiserver-cert-other-ca': { none: CA_CONTENT },
  '13b-apiserver-cert-other-ca-rotate': { none: CA_CONTENT },
  '13c-apiserver-cert-same-cn-ca': { none: CA_CONTENT },
  '13e-apiserver-down': { none: 'Nothing listens: no file says so.' },
  '14b-flag-precedence': { none: 'It shows which value wins; precedence.test.ts asks for each case.' },
  '15-kubeconfig-valid': { none: 'It works; what it lacks for later is recorded in 04.' },
  '15c-kubeconfig-expired': { none: 'It works; what it lacks for later is recorded in 04.' },
  '15d-kubeconfig-expired-rotate': { none: WORKS },
  '15e-kubeconfig-expired-no-bootstrap': {
    none: 'The certificate had ended before the first start, which no configuration says.',
  },
  '15g-embedded-valid-rotate': { rules: ['client-certificate-embedded'], files: [embeddedKubeconfig] },
  '15h-embedded-expired-rotate': { rules: ['client-certificate-embedded'], files: [embeddedKubeconfig] },
  '16-tls-cert-file-with-server-tls-bootstrap': { rules: ['serving-certificate-fixed'] },
  '16b-tls-cert-file-only': { none: WORKS },
  '16c-server-tls-bootstrap-gate-off': { rules: ['server-gate-contradiction'] },
  '17-csrcleaner': { none: 'It shows what csrcleaner deletes, and when; nothing is wrong.' },
  '18-two-kubelets-same-name': { none: 'Files describe one kubelet; that two nodes have one name is not in them.' },
  '19-node-authorizer-and-noderestriction': { none: 'It shows what a node may do; nothing is wrong.' },
  '20-article-1.8-lines-on-1.20': { rules: ['server-gate-alone', 'selfnodeserver-dead'] },
  '21-kcm-without-service-account-credentials': { rules: ['controller-manager-cannot-approve'] },
};
