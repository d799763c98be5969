import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { applyEdits } from '../../../../src/core/text/edit';
import { SecretText } from '../../../../src/core/documents/secretText';
import { read, variants } from '../reading';
import { assertHidden, documentsOfType, onlyOf, textAt } from '../typed';

const SECRET = '0123456789abcdef';
const ENCODED = 'MDEyMzQ1Njc4OWFiY2RlZg==';

const plain = `# made by hand
apiVersion: v1
kind: Secret
metadata:
  name: bootstrap-token-07401b
  namespace: kube-system
type: bootstrap.kubernetes.io/token
stringData:
  description: "The default token."
  token-id: "07401b"
  token-secret: ${SECRET}
  expiration: 2030-03-10T03:22:11Z
  usage-bootstrap-authentication: "true"
  usage-bootstrap-signing: 'true'
  auth-extra-groups: system:bootstrappers:worker,system:bootstrappers:ingress
`;

const encoded = `apiVersion: v1
data:
  token-id: MDc0MDFi
  token-secret: ${ENCODED}
  usage-bootstrap-authentication: dHJ1ZQ==
kind: Secret
metadata: {name: bootstrap-token-07401b, namespace: kube-system}
type: bootstrap.kubernetes.io/token
`;

const json = `{
  "apiVersion": "v1",
  "kind": "Secret",
  "metadata": { "name": "bootstrap-token-07401b", "namespace": "kube-system" },
  "type": "bootstrap.kubernetes.io/token",
  "data": { "token-id": "MDc0MDFi", "token-secret": "${ENCODED}" }
}
`;

describe('bootstrap-token Secrets', () => {
  for (const variant of variants(plain)) {
    test(`stringData, ${variant.name}`, () => {
      const file = read('token.yaml', variant.text);
      const token = onlyOf(file, 'bootstrap-token');
      assert.deepEqual(file.problems, []);
      assert.equal(file.kind, 'kubernetes-yaml');
      const expected = [
        [token.name, 'bootstrap-token-07401b'],
        [token.namespace, 'kube-system'],
        [token.secretType, 'bootstrap.kubernetes.io/token'],
        [token.tokenId, '07401b'],
        [token.expiration, '2030-03-10T03:22:11Z'],
        [token.usageAuthentication, 'true'],
        [token.usageSigning, 'true'],
        [token.authExtraGroups, 'system:bootstrappers:worker,system:bootstrappers:ingress'],
        [token.description, 'The default token.'],
      ] as const;
      for (const [field, value] of expected) {
        assert.equal(field?.value, value);
        assert.equal(textAt(file, field), value);
      }
      assert.equal(textAt(file, token.tokenSecret), SECRET);
      const secret = token.tokenSecret;
      assert.ok(secret?.value);
      assert.ok(secret.value.equals(new SecretText(SECRET)));
      assert.ok(secret.value.matches(/^[a-z0-9]{16}$/));
      assert.equal(secret.value.length, 16);
      assert.equal(file.source.slice(secret.keyRange), 'token-secret');
      assert.equal(file.source.slice(token.headRange), 'Secret');
      assertHidden(token, [SECRET]);
    });
  }

  for (const [syntax, text] of [
    ['YAML', encoded],
    ['JSON', json],
  ] as const) {
    for (const variant of variants(text)) {
      test(`data in ${syntax}, ${variant.name}`, () => {
        const file = read(`token.${syntax.toLowerCase()}`, variant.text);
        const token = onlyOf(file, 'bootstrap-token');
        assert.equal(token.tokenId?.value, '07401b');
        assert.equal(textAt(file, token.tokenId), 'MDc0MDFi');
        assert.ok(token.tokenSecret?.value?.equals(new SecretText(SECRET)));
        assert.equal(textAt(file, token.tokenSecret), ENCODED);
        assertHidden(token, [SECRET, ENCODED]);
      });
    }
  }

  test('what the encoding hides comes to light: a line end, and what is no base64', () => {
    const text = encoded.replace('MDc0MDFi', 'MDc0MDFiCg==').replace(ENCODED, 'not base64!');
    const token = onlyOf(read('token.yaml', text), 'bootstrap-token');
    assert.equal(token.tokenId?.value, '07401b\n');
    assert.ok(token.tokenSecret);
    assert.equal(token.tokenSecret.value, undefined);
    assert.equal(token.tokenSecret.templated, false);
  });

  test('stringData wins over data', () => {
    const file = read('token.yaml', `${encoded}stringData:\n  token-id: abcdef\n`);
    const { tokenId } = onlyOf(file, 'bootstrap-token');
    assert.equal(tokenId?.value, 'abcdef');
    assert.equal(tokenId.field, 'stringData');
  });

  test('it is known by its name or its keys when the type is wrong', () => {
    for (const type of ['Opaque', 'bootstrap.kubernetes.io/tokens']) {
      const file = read('token.yaml', plain.replace(/^type: .*$/m, `type: ${type}`));
      assert.equal(onlyOf(file, 'bootstrap-token').secretType?.value, type);
    }
    const keys =
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: x\nstringData: {token-id: abcdef, token-secret: y}\n';
    assert.equal(onlyOf(read('s.yaml', keys), 'bootstrap-token').namespace, undefined);
  });

  test('keys that nobody reads are told', () => {
    const file = read('token.yaml', plain.replace('usage-bootstrap-signing', 'usage-bootstrap-sign'));
    const token = onlyOf(file, 'bootstrap-token');
    assert.deepEqual(
      token.otherKeys.map(({ value }) => value),
      ['usage-bootstrap-sign'],
    );
    assert.deepEqual(
      token.otherKeys.map((key) => textAt(file, key)),
      ['usage-bootstrap-sign'],
    );
    assert.equal(token.usageSigning, undefined);
  });

  test('templates leave the value unknown', () => {
    const text = plain.replace(SECRET, '{{ token_secret }}').replace('"07401b"', '{{ .Values.id }}');
    const file = read('token.yaml', text);
    const token = onlyOf(file, 'bootstrap-token');
    assert.equal(token.tokenId?.value, undefined);
    assert.ok(token.tokenId?.templated === true && token.tokenSecret?.templated === true);
    assert.equal(token.templated, false);
    assert.deepEqual(file.notes, [{ type: 'templated', count: 2 }]);
    const lines = read('token.yaml', plain.replace('  expiration', '{% if expires %}\n  expiration'));
    assert.equal(onlyOf(lines, 'bootstrap-token').templated, true);
  });

  test('several in a file and in a List, beside RBAC', () => {
    const item = (id: string): string =>
      `- apiVersion: v1\n  kind: Secret\n  metadata:\n    name: bootstrap-token-${id}\n  type: bootstrap.kubernetes.io/token\n`;
    const binding = `- apiVersion: rbac.authorization.k8s.io/v1\n  kind: ClusterRoleBinding\n  metadata: {name: b}\n`;
    const list = `apiVersion: v1\nkind: List\nitems:\n${item('aaaaaa')}${binding}${item('bbbbbb')}`;
    const file = read('list.yaml', `${list}---\n${plain}`);
    const tokens = documentsOfType(file, 'bootstrap-token');
    assert.deepEqual(
      tokens.map(({ name }) => name?.value),
      ['bootstrap-token-aaaaaa', 'bootstrap-token-bbbbbb', 'bootstrap-token-07401b'],
    );
    assert.equal(documentsOfType(file, 'rbac').length, 1);
  });

  test('other Secrets, and files that only speak of tokens, are nothing', () => {
    const others = [
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: sa\ntype: kubernetes.io/service-account-token\ndata:\n  token: eA==\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: bootstrap-token-abcdef\n',
      'rules: [bootstrap-token-abcdef]\n',
      '- bootstrap.kubernetes.io/token\n',
      'bootstrap-token-abcdef: [',
    ];
    for (const text of others) {
      const { kind, documents, problems } = read('a.yaml', text);
      assert.deepEqual({ kind, documents, problems }, { kind: undefined, documents: [], problems: [] });
    }
  });

  test('odd shapes are read without fault', () => {
    const head = 'apiVersion: v1\nkind: Secret\ntype: bootstrap.kubernetes.io/token\n';
    const bodies = ['', 'data:\n', 'data: []\n', 'data: text\n', 'stringData: {token-id: [1], token-secret: {a: b}}\n'];
    bodies.push('metadata: *none\n', 'metadata: &m\n  name: *m\n', 'data: {__proto__: eA==, constructor: eA==}\n');
    bodies.push('stringData: {token-id: 123456, token-secret: null}\n', 'items: [{kind: Secret}]\n');
    for (const body of bodies) {
      const token = onlyOf(read('a.yaml', head + body), 'bootstrap-token');
      assert.equal(token.tokenSecret, undefined);
    }
  });
});

describe('editing a bootstrap-token Secret', () => {
  const edited = (
    text: string,
    change: (token: ReturnType<typeof onlyOf<'bootstrap-token'>>) => ReturnType<typeof token.setKey>,
  ): string => {
    const edits = change(onlyOf(read('token.yaml', text), 'bootstrap-token'));
    assert.ok(edits);
    return applyEdits(text, edits);
  };

  test('a key is set where it stands, encoded as that place wants it', () => {
    const set = (text: string): string =>
      edited(text, (token) => token.setKey('usage-bootstrap-authentication', 'false'));
    assert.equal(set(encoded), encoded.replace('dHJ1ZQ==', '"ZmFsc2U="'));
    assert.equal(set(plain), plain.replace('authentication: "true"', 'authentication: "false"'));
  });

  test('a missing key goes where the others are', () => {
    const add = (text: string): string => edited(text, (token) => token.setKey('usage-bootstrap-signing', 'true'));
    assert.equal(add(encoded), encoded.replace('dHJ1ZQ==\n', 'dHJ1ZQ==\n  usage-bootstrap-signing: "dHJ1ZQ=="\n'));
    const windows = encoded.replaceAll('\n', '\r\n');
    assert.equal(add(windows), add(encoded).replaceAll('\n', '\r\n'));
    const indented = json.replace('"data": { ', '"data": { "expiration": "eA==", ');
    assert.match(
      edited(indented, (token) => token.setKey('token-id', 'abcdef')),
      /"token-id": "YWJjZGVm"/,
    );
  });

  test('a key is removed, and metadata is edited as in any manifest', () => {
    const gone = edited(plain, (token) => token.removeKey('expiration'));
    assert.equal(gone, plain.replace('  expiration: 2030-03-10T03:22:11Z\n', ''));
    const named = edited(plain, (token) => token.editor.set(['metadata', 'namespace'], 'default'));
    assert.equal(named, plain.replace('kube-system', 'default'));
    assert.equal(onlyOf(read('token.yaml', encoded), 'bootstrap-token').removeKey('expiration'), undefined);
  });
});
