import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { call, folderWith, root } from './harness';

/** What must be nowhere in any output: tokens of every shape, and the middle of a private key. */
const MARKED = {
  row: '5ec7e7000000000000000000deadbeef',
  id: '5ec7e7',
  secret: '5ec7e75ec7e75ec7',
  odd: 'hunter2-MARKED-token',
  key: Buffer.from('MARKED-private-key-'.repeat(6)).toString('base64'),
};

const bootstrapToken = `${MARKED.id}.${MARKED.secret}`;

const kubeconfig = (user: string): string =>
  `apiVersion: v1
kind: Config
clusters: [{name: c, cluster: {server: "https://10.0.0.1:6443", certificate-authority: /ca.crt}}]
users: [{name: u, user: {${user}}}]
contexts: [{name: x, context: {cluster: c, user: u}}]
current-context: x
`;

/** Files that hold all of them, each beside something to find. */
const secrets: Readonly<Record<string, string>> = {
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
  'kube-apiserver.env': 'KUBE_API_ARGS="--token-auth-file=/etc/kubernetes/token.csv --authorization-mode=RBAC"\n',
};

const FORMS: readonly (readonly string[])[] = [
  ...['text', 'json', 'sarif', 'github'].map((format) => ['lint', '--format', format]),
  ['fix', '--dry-run'],
  ...['text', 'json', 'mermaid'].map((format) => ['play', '--format', format]),
];

const leaksIn = (output: string): readonly string[] =>
  [MARKED.row, MARKED.secret, MARKED.odd, MARKED.key, Buffer.from(MARKED.secret).toString('base64')].filter((secret) =>
    output.includes(secret),
  );

for (const form of FORMS) {
  for (const release of ['1.8', '1.20', '1.36']) {
    test(`${form.join(' ')} at ${release} shows no marked token or key`, async () => {
      const { out, err } = await call([...form, '--kubernetes-version', release, folderWith(secrets)]);
      assert.notEqual(out, '');
      assert.deepEqual(leaksIn(out + err), []);
    });
  }
}

/** The tokens that our own files use. */
const OURS = /\b(?:[0-9a-f]{32}|[a-z0-9]{6}\.[a-z0-9]{16})\b/g;

function marked(folder: string): string {
  const copy = folderWith({});
  cpSync(join(root, folder), copy, { recursive: true });
  const paths = readdirSync(copy, { recursive: true, encoding: 'utf8' }).map((name) => join(copy, name));
  for (const path of paths.filter((one) => statSync(one).isFile())) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replaceAll(OURS, (token) => (token.includes('.') ? bootstrapToken : MARKED.row)),
    );
  }
  return copy;
}

for (const folder of ['media/samples', 'test/corpus/story/cluster', 'test/corpus/quiet']) {
  test(`${folder} with marked tokens: they are in no output`, async () => {
    const copy = marked(folder);
    for (const form of FORMS) {
      const { out, err } = await call([...form, copy]);
      assert.deepEqual(leaksIn(out + err), [], form.join(' '));
    }
  });
}
