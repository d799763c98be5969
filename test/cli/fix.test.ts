import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { oldKubelet, oldKubeletFixed } from './fixtures';
import { call, folderWith } from './harness';

test('fixes are written, and a second run changes nothing', async () => {
  const folder = folderWith({ kubelet: oldKubelet });
  const path = join(folder, 'kubelet');
  assert.deepEqual(await call(['fix', folder]), { status: 0, out: '1 file changed, 0 findings left.\n', err: '' });
  assert.equal(readFileSync(path, 'utf8'), oldKubeletFixed);
  assert.equal((await call(['fix', folder])).out, '0 files changed, 0 findings left.\n');
  assert.deepEqual(readdirSync(folder), ['kubelet'], 'nothing is left beside it');
});

test('line ends, byte order mark, mode and link stay', async () => {
  const text = `\ufeff${oldKubelet.replaceAll('\n', '\r\n')}`;
  const folder = folderWith({ 'real/kubelet': text });
  const real = join(folder, 'real/kubelet');
  chmodSync(real, 0o640);
  symlinkSync('real/kubelet', join(folder, 'kubelet'));
  await call(['fix', join(folder, 'kubelet')]);
  assert.equal(readFileSync(real, 'utf8'), `\ufeff${oldKubeletFixed.replaceAll('\n', '\r\n')}`);
  assert.equal(statSync(real).mode & 0o777, 0o640);
  assert.ok(lstatSync(join(folder, 'kubelet')).isSymbolicLink());
});

test('a dry run prints a diff and writes nothing', async () => {
  const folder = folderWith({ kubelet: oldKubelet });
  const { status, out } = await call(['fix', '--dry-run', 'kubelet'], { cwd: folder });
  assert.equal(status, 0);
  assert.equal(
    out,
    [
      '--- a/kubelet',
      '+++ b/kubelet',
      '@@ -1,5 +1,5 @@',
      ' # kubelet',
      ' KUBELET_ARGS="--kubeconfig=/etc/kubernetes/kubelet.kubeconfig \\',
      '-\t--experimental-bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \\',
      '+\t--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig \\',
      ' \t--rotate-certificates \\',
      ' \t--tls-cert-file=/etc/kubernetes/kubelet.crt --tls-private-key-file=/etc/kubernetes/kubelet.key"',
      '',
    ].join('\n'),
  );
  assert.equal(readFileSync(join(folder, 'kubelet'), 'utf8'), oldKubelet);
});

test('a file that is not all UTF-8 is left as it is', async () => {
  const bytes = Buffer.concat([Buffer.from('# caf\xe9\n', 'latin1'), Buffer.from(oldKubelet)]);
  const folder = folderWith({ kubelet: bytes });
  assert.equal((await call(['fix', folder])).out, '0 files changed, 1 finding left.\n');
  assert.deepEqual(readFileSync(join(folder, 'kubelet')), bytes);
});

test('1 while errors are left', async () => {
  const unfixable = oldKubelet.replace('--rotate-certificates', '--rotate-certificates --pod-infra-container-image=p');
  const folder = folderWith({ kubelet: unfixable });
  const { status, out } = await call(['fix', '--kubernetes-version', '1.36', folder]);
  assert.deepEqual([status, out], [1, '1 file changed, 1 finding left.\n']);
});
