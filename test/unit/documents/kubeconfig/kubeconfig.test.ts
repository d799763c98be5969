import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { currentContextOf } from '../../../../src/core/documents/kubeconfig/kubeconfigDocument';
import { SecretText } from '../../../../src/core/documents/secretText';
import { applyEdits } from '../../../../src/core/text/edit';
import { read, variants } from '../reading';
import { assertHidden, onlyOf, textAt } from '../typed';

const TOKEN = '07401b.f395accd246ae52d';
const CA = 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg==';
const KEY = 'LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo=';

const yaml = `# written by kubectl config
apiVersion: v1
kind: Config
preferences: {}
clusters:
- name: kubernetes
  cluster:
    certificate-authority-data: ${CA}
    server: https://10.0.0.1:6443
    insecure-skip-tls-verify: false
contexts:
- context:
    cluster: kubernetes
    user: "kubelet-bootstrap"
    namespace: kube-system
  name: default
current-context: default
users:
- name: kubelet-bootstrap
  user:
    token: ${TOKEN}
- name: node
  user:
    client-certificate: /var/lib/kubelet/pki/kubelet-client-current.pem
    client-key: /var/lib/kubelet/pki/kubelet-client-current.pem
- name: embedded
  user:
    client-certificate-data: ${CA}
    client-key-data: ${KEY}
- name: others
  user:
    tokenFile: /var/run/token
    username: admin
    password: hunter2hunter2
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: aws
    auth-provider: {name: oidc}
`;

const json = JSON.stringify({
  kind: 'Config',
  apiVersion: 'v1',
  clusters: [{ name: 'kubernetes', cluster: { server: 'https://10.0.0.1:6443', 'certificate-authority': '/ca.pem' } }],
  users: [{ name: 'kubelet-bootstrap', user: { token: TOKEN } }],
  contexts: [{ name: 'default', context: { cluster: 'kubernetes', user: 'kubelet-bootstrap' } }],
  'current-context': 'default',
});

function nth<T>(list: readonly T[], index: number): T {
  const item = list[index];
  assert.ok(item);
  return item;
}

describe('kubeconfigs', () => {
  for (const variant of variants(yaml)) {
    test(`YAML, ${variant.name}`, () => {
      const file = read('bootstrap.kubeconfig', variant.text);
      assert.equal(file.kind, 'kubernetes-yaml');
      assert.deepEqual(file.problems, []);
      const config = onlyOf(file, 'kubeconfig');
      const cluster = nth(config.clusters, 0);
      const context = nth(config.contexts, 0);
      const bootstrap = nth(config.users, 0);
      const node = nth(config.users, 1);
      const embedded = nth(config.users, 2);
      const others = nth(config.users, 3);
      const expected = [
        [config.apiVersion, 'v1'],
        [config.kind, 'Config'],
        [config.currentContext, 'default'],
        [cluster.name, 'kubernetes'],
        [cluster.server, 'https://10.0.0.1:6443'],
        [cluster.insecureSkipTlsVerify, 'false'],
        [context.name, 'default'],
        [context.cluster, 'kubernetes'],
        [context.user, 'kubelet-bootstrap'],
        [context.namespace, 'kube-system'],
        [bootstrap.name, 'kubelet-bootstrap'],
        [node.clientCertificate, '/var/lib/kubelet/pki/kubelet-client-current.pem'],
        [node.clientKey, '/var/lib/kubelet/pki/kubelet-client-current.pem'],
        [others.tokenFile, '/var/run/token'],
        [others.username, 'admin'],
        [others.exec?.command, 'aws'],
        [others.exec?.apiVersion, 'client.authentication.k8s.io/v1'],
        [others.authProvider, 'oidc'],
      ] as const;
      for (const [field, value] of expected) {
        assert.equal(field?.value, value);
        assert.equal(textAt(file, field), value);
      }
      assert.equal(textAt(file, bootstrap.token), TOKEN);
      assert.equal(textAt(file, embedded.clientKeyData), KEY);
      assert.equal(textAt(file, embedded.clientCertificateData), CA);
      assert.equal(
        String.fromCharCode(...(cluster.certificateAuthorityData?.value.decode() ?? [])),
        '-----BEGIN CERTIFICATE-----\n',
      );
      assert.ok(embedded.clientKeyData?.value.equals(new SecretText(KEY)));
      assertHidden(config, [TOKEN, 'f395accd246ae52d', CA, KEY, 'hunter2hunter2']);
    });
  }

  for (const text of [json, JSON.stringify(JSON.parse(json), undefined, 2)]) {
    test('JSON', () => {
      const file = read('/etc/kubernetes/bootstrap.json', text);
      const config = onlyOf(file, 'kubeconfig');
      const { context, cluster, user } = currentContextOf(config);
      assert.equal(context?.name?.value, 'default');
      assert.equal(textAt(file, cluster?.certificateAuthority), '/ca.pem');
      assert.equal(textAt(file, user?.token), TOKEN);
      assertHidden(config, [TOKEN]);
    });
  }

  test('the parts of a bootstrap token can be compared, those of another token cannot', () => {
    const users = (token: string) => onlyOf(read('k', yaml.replace(TOKEN, token)), 'kubeconfig').users;
    const token = users(TOKEN)[0]?.token?.value;
    assert.equal(token?.bootstrap?.id, '07401b');
    assert.ok(token.bootstrap.secret.equals(new SecretText('f395accd246ae52d')));
    assert.ok(token.whole.equals(new SecretText(TOKEN)));
    for (const other of ['07401B.f395accd246ae52d', '07401b.f395', 'd5c42e1bf1b0d9c0a3f0a4a1b1a7a3c1']) {
      assert.equal(users(other)[0]?.token?.value.bootstrap, undefined);
    }
  });

  test('the current context names nothing, or only half of what it needs', () => {
    const current = (text: string) => currentContextOf(onlyOf(read('k', text), 'kubeconfig'));
    const nothing = { context: undefined, cluster: undefined, user: undefined };
    assert.deepEqual(current(yaml.replace('current-context: default', 'current-context: other')), nothing);
    assert.deepEqual(current(yaml.replace('current-context: default\n', '')), nothing);
    assert.deepEqual(current(yaml.replace('current-context: default', 'current-context: ""')), nothing);
    const half = current(yaml.replace('user: "kubelet-bootstrap"', 'user: nobody'));
    assert.equal(half.cluster?.name?.value, 'kubernetes');
    assert.equal(half.user, undefined);
  });

  test('without apiVersion and kind it is known by its lists', () => {
    const bare = yaml.replace('apiVersion: v1\n', '').replace('kind: Config\n', '');
    for (const text of [bare, `apiVersion: v1\n${bare}`]) {
      assert.equal(onlyOf(read('admin.conf', text), 'kubeconfig').users.length, 4);
    }
    assert.equal(onlyOf(read('k', bare), 'kubeconfig').kind, undefined);
  });

  test('other files with words in common are nothing', () => {
    const others = [
      'clusters:\n- name: a\n  connect_timeout: 1s\ncontexts: [x]\n',
      'version: 2.1\nworkflows:\n  build:\n    jobs:\n    - deploy:\n        contexts: [a, b]\n',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Config\nclusters: []\n',
      'apiVersion: apps/v1\nkind: Config\n',
      'kind: Config\n',
      '# current-context: none\n',
      'The key `current-context:` names the context: it is [one of\n',
    ];
    for (const text of others) {
      const { kind, documents, problems } = read('a.yaml', text);
      assert.deepEqual({ kind, documents, problems }, { kind: undefined, documents: [], problems: [] }, text);
    }
  });

  test('a broken kubeconfig is a problem, one in a page of prose is not', () => {
    const broken = yaml.replace('    server:', '   server:');
    for (const path of ['bootstrap.kubeconfig', '/etc/kubernetes/kubelet.conf', 'config', 'a.yaml']) {
      assert.equal(read(path, broken).problems.length, 1, path);
    }
    assert.deepEqual(read('readme.md', `# Title: [a]\n\`\`\`\n${broken}\`\`\`\n`).problems, []);
    assert.deepEqual(read('setup.sh', `cat > k <<EOF\n${broken}EOF\n`).problems, []);
  });

  test('templates leave the value unknown', () => {
    const text = yaml.replace(TOKEN, '${BOOTSTRAP_TOKEN}').replace('https://10.0.0.1:6443', '{{ server }}');
    const config = onlyOf(read('k', text), 'kubeconfig');
    assert.equal(config.users[0]?.token?.templated, true);
    assert.equal(config.users[0].token.value.bootstrap, undefined);
    assert.equal(config.clusters[0]?.server?.templated, true);
    assert.equal(config.templated, false);
    const looped = yaml.replace('users:\n', 'users:\n{% for u in users %}\n');
    assert.equal(onlyOf(read('k', looped), 'kubeconfig').templated, true);
  });

  test('odd shapes are read without fault', () => {
    const head = 'apiVersion: v1\nkind: Config\ncurrent-context: a\n';
    const bodies = ['', 'users: x\n', 'users: [1, {name: a}, {user: {token: [x]}}, null]\n', 'contexts: {a: b}\n'];
    bodies.push('clusters: &c\n- cluster: *c\n', 'users: [{name: a, user: &u {token: x, exec: *u}}]\n');
    bodies.push(`users: [${'{name: a, user: {token: b}},'.repeat(5000)}]\n`);
    for (const body of bodies) {
      const config = onlyOf(read('k', head + body), 'kubeconfig');
      assert.equal(currentContextOf(config).user, undefined);
    }
  });

  test('what an entry holds is edited where it stands', () => {
    const config = onlyOf(read('k', yaml), 'kubeconfig');
    const edits = config.users[2]?.editor?.set(['client-certificate'], '/pki/current.pem');
    const added = yaml.replace(
      `client-key-data: ${KEY}\n`,
      `client-key-data: ${KEY}\n    client-certificate: /pki/current.pem\n`,
    );
    assert.equal(applyEdits(yaml, edits ?? []), added);
    const removed = config.clusters[0]?.editor?.remove(['insecure-skip-tls-verify']);
    assert.equal(applyEdits(yaml, removed ?? []), yaml.replace('    insecure-skip-tls-verify: false\n', ''));
    const current = config.editor.set(['current-context'], 'other');
    assert.equal(applyEdits(yaml, current ?? []), yaml.replace('current-context: default', 'current-context: other'));
  });
});
