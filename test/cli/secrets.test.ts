import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redactSource } from '../../src/cli/redact';
import { covered } from '../../src/core/messages/covered';
import { call, folderWith } from './harness';

const bootstrapToken = '07401b.f395accd246ae52d';
const staticToken = '6df3c701f979cee17732c30958745947';

const file = [
  `# token ${bootstrapToken}`,
  `KUBELET_ARGS="--kubeconfig=/k --experimental-bootstrap-kubeconfig=/b --token=hunter2 --node-labels=t=${staticToken} --x=${bootstrapToken} --rotate-certificates"`,
  '',
].join('\n');

for (const command of [
  ['lint', '--format', 'text'],
  ['lint', '--format', 'json'],
  ['lint', '--format', 'sarif'],
  ['lint', '--format', 'github'],
  ['fix', '--dry-run'],
  ['play', '--format', 'text'],
  ['play', '--format', 'json'],
  ['play', '--format', 'mermaid'],
  ['play', '--format', 'pem'],
]) {
  test(`${command.join(' ')} shows no token`, async () => {
    const { out, err } = await call([...command, '--kubernetes-version', '1.36', folderWith({ kubelet: file })]);
    assert.notEqual(out, '');
    for (const secret of [bootstrapToken, staticToken, 'hunter2']) {
      assert.ok(!(out + err).includes(secret), `${secret} stands in the output`);
    }
  });
}

test('what is covered keeps its length, so that carets stay in place', () => {
  assert.equal(redactSource('token: "abc"  # x', 'a.yaml'), 'token: "***"  # x');
  assert.equal(covered(`a ${bootstrapToken} b`), `a ${'*'.repeat(bootstrapToken.length)} b`);
});

test('keys and certificates in base64 are covered', () => {
  const data = Buffer.from(Array.from({ length: 96 }, (_, index) => (index * 37) % 251)).toString('base64');
  assert.equal(redactSource(`client-key-data: ${data}`, 'a.yaml'), `client-key-data: ${'*'.repeat(data.length)}`);
  assert.equal(covered(data), '*'.repeat(data.length));
});

for (const harmless of [
  '--token-auth-file=/etc/kubernetes/token.csv',
  '--enable-bootstrap-token-auth=true',
  '--bootstrap-kubeconfig=/opt/kubernetes/clusters/production-europe-west/node/certificates/bootstrap',
  'system:certificates.k8s.io:certificatesigningrequests:selfnodeclient',
  '--feature-gates=RotateKubeletClientCertificate=true,RotateKubeletServerCertificate=true',
]) {
  test(`no secret: ${harmless}`, () => {
    assert.equal(redactSource(harmless, 'a.env'), harmless);
  });
}
