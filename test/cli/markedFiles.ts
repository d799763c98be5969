/** What must be nowhere in any output: tokens of every shape, and the middle of a private key. */
export const MARKED = {
  row: '5ec7e7000000000000000000deadbeef',
  id: '5ec7e7',
  secret: '5ec7e75ec7e75ec7',
  odd: 'hunter2-MARKED-token',
  key: Buffer.from('MARKED-private-key-'.repeat(6)).toString('base64'),
};

export const bootstrapToken = `${MARKED.id}.${MARKED.secret}`;

const kubeconfig = (user: string): string =>
  `apiVersion: v1
kind: Config
clusters: [{name: c, cluster: {server: "https://10.0.0.1:6443", certificate-authority: /ca.crt}}]
users: [{name: u, user: {${user}}}]
contexts: [{name: x, context: {cluster: c, user: u}}]
current-context: x
`;

/** Files that hold all of them, each beside something to find. */
export const markedFiles: Readonly<Record<string, string>> = {
  'token.csv': `${MARKED.row},kubelet-bootstrap,10001,a,b\n${MARKED.row},again,10002\n${MARKED.odd},x\n`,
  'bootstrap.kubeconfig': kubeconfig(`token: ${bootstrapToken}`),
  'kubelet.kubeconfig': kubeconfig(`client-certificate-data: ${MARKED.key}, client-key-data: ${MARKED.key}`),
  'other-bootstrap.kubeconfig': kubeconfig(`token: ${MARKED.odd}`),
  'secret.yaml': `apiVersion: v1
kind: Secret
metadata: {name: bootstrap-token-abcdef, namespace: default}
type: Opaque
stringData: {token-id: ${MARKED.id}, token-secret: ${MARKED.secret}, expiration: never}
`,
  'data.yaml': `apiVersion: v1
kind: Secret
metadata: {name: bootstrap-token-${MARKED.id}, namespace: kube-system}
type: bootstrap.kubernetes.io/token
data: {token-id: ${Buffer.from(MARKED.id).toString('base64')}, token-secret: ${Buffer.from(MARKED.secret).toString('base64')}}
`,
  'kubeadm.yaml': `apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
bootstrapTokens: [{token: ${bootstrapToken}, groups: [nobody]}]
`,
  'node.sh': `#!/bin/sh
kubectl config set-credentials u --token=${bootstrapToken} --kubeconfig=/etc/kubernetes/bootstrap.kubeconfig
kubectl -n default create secret generic bootstrap-token-${MARKED.id} --from-literal=token-secret=${MARKED.secret}
`,
  'kubelet.env': `KUBELET_ARGS="--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig --kubeconfig=/etc/kubernetes/kubelet.kubeconfig --token=${MARKED.odd} --rotate-certificates ${bootstrapToken}"\n`,
  'manifest.yaml': `apiVersion: v1
kind: Pod
metadata: {name: kubelet}
spec:
  containers:
  - name: kubelet
    command: [kubelet, --token=${MARKED.odd}, "--node-labels=t=${MARKED.row}", --rotate-certificates=${MARKED.row}]
    env: [{name: BOOTSTRAP_TOKEN, value: "${bootstrapToken}"}]
`,
  'map.yaml': `apiVersion: v1
kind: ConfigMap
metadata: {name: ${MARKED.row}}
data:
  bootstrap.kubeconfig: |
${kubeconfig(`token: ${MARKED.row}`).replaceAll(/^/gm, '    ')}
  kubelet.env: |
    KUBELET_ARGS="--bootstrap-kubeconfig=/b --token=${MARKED.odd} --kubeconfig=${MARKED.row}"
`,
  'kubelet-config.yaml': `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
rotateCertificates: ${bootstrapToken}
staticPodURLHeader: {Authorization: ["Bearer ${bootstrapToken}"]}
featureGates: {${MARKED.row}: true}
`,
  'rbac.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: x}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: system:node-bootstrapper}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: "${bootstrapToken}"}, {apiGroup: rbac.authorization.k8s.io, kind: Group, name: ${MARKED.row}}]
`,
  'kube-apiserver.env': 'KUBE_API_ARGS="--token-auth-file=/etc/kubernetes/token.csv --authorization-mode=RBAC"\n',
};

/** Returns the secrets that an output shows. */
export function leaksIn(output: string): readonly string[] {
  const secrets = [MARKED.row, MARKED.secret, MARKED.odd, MARKED.key, Buffer.from(MARKED.secret).toString('base64')];
  return secrets.filter((secret) => output.includes(secret));
}

/** The tokens that our own files use. */
const OURS = /\b(?:[0-9a-f]{32}|[a-z0-9]{6}\.[a-z0-9]{16})\b/g;

/** Returns a text of our own with its tokens replaced by marked ones. */
export function marked(text: string): string {
  return text.replaceAll(OURS, (token) => (token.includes('.') ? bootstrapToken : MARKED.row));
}
