import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PlayReport } from '../../src/cli/playReport';
import { dateAfter, sinceStart } from '../../src/cli/playTime';
import { oldKubelet } from './fixtures';
import { call, english, folderWith, root } from './harness';

const sample = (name: string): string => join('media/samples', name);

async function report(path: string): Promise<PlayReport> {
  return JSON.parse((await call(['play', '--format', 'json', path])).out) as PlayReport;
}

test('JSON: every key is there, of every part', async () => {
  const played = await report(sample('today'));
  assert.deepEqual(Object.keys(played), [
    'target',
    'scenario',
    'outcome',
    'events',
    'certificates',
    'files',
    'evidence',
    'assumptions',
  ]);
  assert.deepEqual(Object.keys(played.outcome), ['id', 't', 'message', 'nextTrouble', 'restsOn']);
  for (const event of played.events) {
    assert.deepEqual(Object.keys(event), ['t', 'actor', 'kind', 'message', 'details', 'step', 'assumed']);
  }
  for (const one of played.evidence) {
    assert.deepEqual(Object.keys(one), ['event', 'setting', 'value', 'path', 'start', 'end']);
    assert.ok(one.event === null || one.event < played.events.length);
  }
  for (const list of [played.events, played.certificates, played.files, played.evidence]) assert.ok(list.length > 0);
});

test('evidence points into the files that were read', async () => {
  const { evidence } = await report(sample('today'));
  const rotation = evidence.find(({ setting, path }) => setting === 'rotateCertificates' && path !== null);
  assert.equal(rotation?.path, 'media/samples/today/kubelet-config.yaml');
  assert.equal(rotation.start?.line, 3);
});

test('text: when, who, what and where; the last line says how it ends', async () => {
  const { status, out } = await call(['play', sample('today')]);
  assert.equal(status, 0);
  assert.match(out, /^Kubernetes 1\.36, times since the first start of the kubelet\n/);
  assert.match(out, /^ +0\.4 s {2}kubelet → kube-apiserver/m);
  assert.match(out, /^ +media\/samples\/today\/kubelet\.env:4 --bootstrap-kubeconfig /m);
  assert.match(out.trimEnd().split('\n').at(-1) ?? '', /No trouble in sight\.$/);
});

test('what a template leaves open: the last line says that, tells no day, and is not red', async () => {
  const { status, out } = await call(['play', 'test/corpus/quiet/auto-helm'], { colour: true });
  assert.equal(status, 1);
  const last = out.trimEnd().split('\n').at(-1) ?? '';
  assert.equal(
    last,
    '\u001b[33mHow it ends is not known: a template decides rotateCertificates in test/corpus/quiet/auto-helm/templates/kubelet-config.yaml/kubelet.\u001b[0m',
  );
  assert.deepEqual((await report('test/corpus/quiet/auto-helm')).outcome.restsOn, ['rotateCertificates']);
});

test('a node that drops out: status 1, and the day', async () => {
  const { status, out } = await call(['play', sample('1.7-cluster')]);
  assert.equal(status, 1);
  assert.match(
    out.trimEnd().split('\n').at(-1) ?? '',
    /Trouble: 365 days after the first start, 2027-01-01 if that is today\.$/,
  );
});

test('PEM: every certificate and request, and no private key', async () => {
  const { out } = await call(['play', '--format', 'pem', sample('today')]);
  const { certificates } = await report(sample('today'));
  const count = (label: string): number => out.split(`-----BEGIN ${label}-----`).length - 1;
  assert.equal(count('CERTIFICATE'), certificates.length + 1);
  assert.ok(count('CERTIFICATE REQUEST') > 0);
  assert.doesNotMatch(out, /PRIVATE/);
  assert.match(out, /^# Made with example keys/);
  const leaf = out.slice(out.lastIndexOf('-----BEGIN CERTIFICATE-----'));
  const ca = out.slice(out.indexOf('-----BEGIN CERTIFICATE-----'), out.indexOf('-----BEGIN CERTIFICATE REQUEST-----'));
  assert.equal(new X509Certificate(leaf).verify(new X509Certificate(ca).publicKey), true);
});

test('several machines: a lane for each in the diagram, and each told by its name', async () => {
  const scenario = ['--scenario', 'two-nodes-one-name'];
  const { out } = await call(['play', ...scenario, '--format', 'mermaid']);
  const names = [...out.matchAll(/participant \w+ as (.*)/g)].map(([, name]) => name);
  assert.deepEqual(names.slice(0, 3), ['kubelet machine-1', 'kubelet machine-2', 'files']);
  assert.match(out, /^ {2}kubelet2->>apiserver: client CSR$/m);
  const { out: text } = await call(['play', ...scenario]);
  assert.match(text, /^ +1 min 00 s {2}kubelet machine-2 → kube-apiserver$/m);
  const { out: json } = await call(['play', ...scenario, '--format', 'json']);
  const { events } = JSON.parse(json) as { readonly events: readonly { readonly machine?: string }[] };
  assert.deepEqual(new Set(events.map(({ machine }) => machine)), new Set(['machine-1', 'machine-2', undefined]));
});

test('mermaid: a sequence diagram', async () => {
  const { out } = await call(['play', '--format', 'mermaid', sample('today')]);
  assert.match(out, /^sequenceDiagram\n/);
});

test('loose files form one cluster', async () => {
  const { status, out } = await call([
    'play',
    ...['kubelet.service', 'kubelet.env', 'kubelet-config.yaml', 'bootstrap-rbac.yaml'].map((name) =>
      join(sample('today'), name),
    ),
  ]);
  assert.notEqual(status, 2);
  assert.match(out, /kubelet\.env:4/);
});

test('one cluster at a time, and one with a kubelet', async () => {
  const two = await call(['play', sample('today'), sample('1.7-cluster')]);
  assert.deepEqual([two.status, two.out], [2, '']);
  assert.match(two.err, /one cluster/);
  const none = await call(['play', folderWith({ 'a.txt': 'a\n' })]);
  assert.equal(none.status, 2);
  assert.match(none.err, /no kubelet/);
});

test('a file that is not there is said, and the rest is played', async () => {
  const folder = folderWith({ kubelet: oldKubelet });
  const { status, out, err } = await call(['play', join(folder, 'kubelet'), join(folder, 'gone')], { cwd: root });
  assert.equal(status, 2);
  assert.notEqual(out, '');
  assert.match(err, /gone: no such file or folder/);
});

test('times as people say them', () => {
  assert.deepEqual(
    [0, 0.44, 59.9, 60, 922, 3600, 7265, 86_400, 86_400 * 365 - 300].map((seconds) => sinceStart(seconds, english)),
    ['0 s', '0.4 s', '59.9 s', '1 min 00 s', '15 min 22 s', '1 h 00 min', '2 h 01 min', 'day 1', 'day 365'],
  );
  assert.equal(dateAfter(new Date('2026-02-27T23:00:00Z'), 86_400 * 2), '2026-03-01');
});

/** The last line of a play. */
async function ending(...words: readonly string[]): Promise<string> {
  const { out, err } = await call(['play', ...words]);
  assert.equal(err, '');
  return out.trimEnd().split('\n').at(-1) ?? '';
}

test('a built-in scenario is played without files, at its own release', async () => {
  const { status, out } = await call(['play', '--scenario', 'one-year-bomb']);
  assert.equal(status, 1);
  assert.match(out, /^Kubernetes 1\.12,/);
  assert.match(out, /^Kubernetes 1\.12.*\n\nWithout rotation everything works for a year\./);
  assert.match(out, /\nWhat helps: Add --rotate-certificates/);
  assert.match(await ending('--scenario', 'one-year-bomb'), /is NotReady: .*Trouble: 365 days .* 2027-01-01/);
  for (const format of ['json', 'mermaid']) {
    const formatted = await call(['play', '--scenario', 'one-year-bomb', '--format', format]);
    assert.match(formatted.out, format === 'json' ? /^\{\n {2}"target": "1\.12"/ : /^sequenceDiagram/);
  }
});

test('what if: another setting, a fault, another time to play', async () => {
  const bomb = await call(['play', sample('today'), '--what-if', 'rotateCertificates=false']);
  assert.equal(bomb.status, 1);
  assert.match(bomb.out, /not written what if rotateCertificates false/);
  assert.match(await ending(sample('today'), '--what-if', 'rotateCertificates=false'), /Trouble: 365 days /);
  assert.match(
    await ending(sample('today'), '--what-if=rotateCertificates=false', '--what-if=cluster-signing-duration=10d'),
    /Trouble: 10 days /,
  );
  assert.match(await ending('--scenario', 'one-year-bomb', '--until', '100d'), /Ready, but only until .* 365 days /);
});

test('own files with the course of events of a scenario', async () => {
  assert.match(await ending('--scenario', 'node-off-for-a-year', sample('today')), /Trouble: 30 days /);
});

test('a node that is lost later is lost then, not from the start', async () => {
  const gone = ['node-off=30d..400d', 'file-deleted=bootstrap-kubeconfig@1m'].flatMap((text) => ['--what-if', text]);
  assert.match(await ending('--scenario', 'today', ...gone), /exited for good after .* Trouble: 30 days /);
});

test('what the files leave open is assumed: it is named, and marked from the moment it is needed', async () => {
  const alone = folderWith({
    'kubelet.service':
      '[Service]\nExecStart=/usr/bin/kubelet --bootstrap-kubeconfig=/b --kubeconfig=/k --cert-dir=/pki $MORE\n',
  });
  const { assumptions, events } = await report(alone);
  const settings = assumptions.map(({ setting }) => setting);
  assert.ok(settings.includes('bootstrap token') && settings.includes('--rotate-certificates'), settings.join());
  const first = events.findIndex((event) => (event as { assumed: boolean }).assumed);
  assert.ok(first > 0);
  assert.ok(events.slice(first).every((event) => (event as { assumed: boolean }).assumed));
  assert.match((await call(['play', alone])).out, /\(assumed\)/);
});

test('a story without end is cut, and says so', async () => {
  const words = ['--scenario', 'today', '--what-if', 'cluster-signing-duration=10m', '--until', '100y'];
  const { out } = await call(['play', ...words]);
  assert.match(out, /length of the story: ends after 5000 events/);
});
