import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '../../src/cli/report';
import { oldKubelet } from './fixtures';
import { call } from './harness';

const words = ['lint', '-', '--stdin-filename', 'kubelet', '--kubernetes-version', '1.36'];

async function messageOf(rule: string, input: string): Promise<string> {
  const { out } = await call([...words, '--format', 'json'], { input });
  return (JSON.parse(out) as Report).findings.find((finding) => finding.rule === rule)?.message ?? '';
}

test('place, sentence, source line with carets, fix, sum', async () => {
  const { out } = await call(words, { input: oldKubelet });
  const expected = [
    `kubelet:3:2 error ${await messageOf('flag-removed', oldKubelet)} [flag-removed]`,
    '  3 | \t--experimental-bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \\',
    `    | \t${'^'.repeat('--experimental-bootstrap-kubeconfig'.length)}`,
    '  fix: Rename to --bootstrap-kubeconfig',
    '',
    '1 error in 1 file, for Kubernetes 1.36 (as asked); the fix command repairs 1 of them.',
    '',
  ];
  assert.equal(out, expected.join('\n'));
});

test('a long line is cut around the place, and the carets stay under it', async () => {
  const input = `KUBELET_ARGS="--node-labels=${'a=b,'.repeat(200)}c=d --experimental-bootstrap-kubeconfig=/b --kubeconfig=/k --rotate-certificates --tls-cert-file=/c --tls-private-key-file=/p"\n`;
  const { out } = await call(words, { input });
  const [, line = '', carets = ''] = out.split('\n');
  assert.ok(line.length < 130);
  const from = carets.indexOf('^');
  assert.equal(line.slice(from, carets.length), '--experimental-bootstrap-kubeconfig');
});

test('carets stand under wide characters', async () => {
  const input =
    'KUBELET_ARGS="--hostname-override=节点 --experimental-bootstrap-kubeconfig=/b --kubeconfig=/k --rotate-certificates --tls-cert-file=/c --tls-private-key-file=/p"\n';
  const { out } = await call(words, { input });
  const [, line = '', carets = ''] = out.split('\n');
  assert.equal(carets.indexOf('^'), line.indexOf('--experimental') + 2, 'two characters are two columns wide');
});

test('control characters of the file do not reach the terminal', async () => {
  const input = oldKubelet.replace('bootstrap.kubeconfig \\', 'b\u001b[31m.kubeconfig \\');
  const { out } = await call(words, { input });
  assert.ok(!out.includes('\u001b'));
  assert.match(out, /b\ufffd\[31m\.kubeconfig/);
});

test('colour only where it is wanted', async () => {
  const coloured = await call(words, { input: oldKubelet, colour: true });
  const plain = await call(words, { input: oldKubelet });
  const escape = '\u001b';
  assert.ok(coloured.out.includes(`${escape}[31merror${escape}[0m`));
  assert.equal(coloured.out.replace(new RegExp(`${escape}\\[\\d+m`, 'g'), ''), plain.out);
});
