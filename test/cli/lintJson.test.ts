import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv-draft-04';
import type { Report } from '../../src/cli/report';
import { applyEdits } from '../../src/core/text/edit';
import { oldKubelet, oldKubeletFixed, rotationOff } from './fixtures';
import { fileKindIds } from '../../src/cli/arguments';
import { call, folderWith } from './harness';

/** Every property there, and no other. */
function exactly(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

const text = { type: 'string' };
const listOf = (items: object): object => ({ type: 'array', items });
const oneOf = (...words: readonly string[]): object => ({ enum: words });
const natural = { type: 'integer', minimum: 1 };
const position = exactly({ line: natural, column: natural });
const place = { path: text, start: position, end: position };
const finding = exactly({
  ...place,
  rule: text,
  severity: oneOf('error', 'warning', 'info', 'hint'),
  message: text,
  fixes: listOf(
    exactly({ title: text, safe: { type: 'boolean' }, edits: listOf(exactly({ ...place, newText: text })) }),
  ),
  docs: text,
  step: { type: ['string', 'null'] },
  related: listOf(exactly({ ...place, message: text })),
});
const file = exactly({
  path: text,
  kind: { enum: [...fileKindIds, null] },
  documents: { type: 'integer', minimum: 0 },
  notes: listOf(text),
});
const reportSchema = exactly({
  target: { type: 'string', pattern: '^1\\.[0-9]+$' },
  targetSource: oneOf('default', 'option', 'evidence'),
  files: listOf(file),
  findings: listOf(finding),
  contradictions: listOf(exactly({ component: text, setting: text, paths: listOf(text), message: text })),
});

const validate = new Ajv({ allowUnionTypes: true }).compile(reportSchema);

/** The shape of a report is public: scripts read it. */
function assertValid(report: Report): void {
  assert.ok(validate(report), JSON.stringify(validate.errors));
}

async function report(words: readonly string[], input = ''): Promise<Report> {
  return JSON.parse((await call(['lint', '--format', 'json', ...words], { input })).out) as Report;
}

test('every key is there, in every finding', async () => {
  const folder = folderWith({ kubelet: oldKubelet, 'config.yaml': rotationOff, 'notes.txt': 'nothing\n' });
  const parsed = await report([folder]);
  assertValid(parsed);
  assert.ok(parsed.findings.length >= 2);
});

test('files that contradict each other are named, in the text as well', async () => {
  const configuration = (value: string): string =>
    `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nrotateCertificates: ${value}\n`;
  const folder = folderWith({
    'kubelet.service': '[Service]\nExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml\n',
    'a/config.yaml': configuration('true'),
    'b/config.yaml': configuration('true'),
  });
  const parsed = await report([folder]);
  assertValid(parsed);
  const [found, ...others] = parsed.contradictions;
  assert.deepEqual(others, []);
  assert.deepEqual(
    found?.paths.map((path) => path.slice(-13)),
    ['a/config.yaml', 'b/config.yaml'],
  );
  const { out } = await call(['lint', folder]);
  assert.ok(out.includes(`${found.message}\n`), out);
});

test('a report of the examples of every rule has the shape that scripts rely on', async () => {
  const parsed = await report(['src/core/lint/rules']);
  assertValid(parsed);
  assert.ok(parsed.findings.some(({ related }) => related.length > 0));
  assert.ok(parsed.findings.some(({ fixes }) => fixes.some(({ edits }) => edits.length > 1)));
  assert.ok(parsed.findings.some(({ step }) => step !== null));
  assert.ok(parsed.files.some(({ notes }) => notes.length > 0));
});

test('the report of nothing has every key too', async () => {
  const parsed = await report([folderWith({ 'notes.txt': 'nothing\n' })]);
  assertValid(parsed);
  assert.deepEqual(parsed, { target: '1.36', targetSource: 'default', files: [], findings: [], contradictions: [] });
});

test('a finding points at the flag: 1-based, end exclusive', async () => {
  const { findings, target, targetSource } = await report(
    ['-', '--stdin-filename', 'etc/kubelet', '--kubernetes-version', '1.36'],
    oldKubelet,
  );
  assert.deepEqual([target, targetSource], ['1.36', 'option']);
  const finding = findings.find(({ rule }) => rule === 'flag-removed');
  assert.ok(finding);
  assert.equal(finding.path, 'etc/kubelet');
  assert.equal(finding.severity, 'error');
  assert.deepEqual(finding.start, { line: 3, column: 2 });
  assert.deepEqual(finding.end, { line: 3, column: 2 + '--experimental-bootstrap-kubeconfig'.length });
});

test('edits can be applied as printed, and columns leave out a byte order mark', async () => {
  for (const mark of ['', '\ufeff']) {
    const { findings } = await report(['-', '--stdin-filename', 'kubelet'], mark + oldKubelet);
    const fix = findings.find(({ rule }) => rule === 'flag-removed')?.fixes[0];
    assert.ok(fix?.safe);
    const starts = oldKubelet
      .split('\n')
      .reduce<number[]>((all, line) => [...all, (all.at(-1) ?? 0) + line.length + 1], [0]);
    const offset = ({ line, column }: { line: number; column: number }): number => (starts[line - 1] ?? 0) + column - 1;
    const edits = fix.edits.map(({ start, end, newText }) => ({
      range: { start: offset(start), end: offset(end) },
      newText,
    }));
    assert.equal(applyEdits(oldKubelet, edits), oldKubeletFixed);
  }
});

test('while the release is assumed, a removed flag is a warning', async () => {
  const { findings, targetSource } = await report(['-'], oldKubelet);
  assert.equal(targetSource, 'default');
  assert.equal(findings.find(({ rule }) => rule === 'flag-removed')?.severity, 'warning');
});

test('a named file of no known kind is listed, one found in a folder is not', async () => {
  const folder = folderWith({ 'notes.txt': 'nothing\n' });
  assert.deepEqual((await report([`${folder}/notes.txt`])).files, [
    { path: `${folder}/notes.txt`, kind: null, documents: 0, notes: [] },
  ]);
});

test('a binary file is named with the reason, and read no further', async () => {
  const folder = folderWith({ kubelet: new Uint8Array([75, 0, 1, 2]) });
  assert.deepEqual((await report([`${folder}/kubelet`])).files, [
    { path: `${folder}/kubelet`, kind: null, documents: 0, notes: ['skipped: binary file'] },
  ]);
});

test('each folder is a cluster of its own, and says so where its release differs', async () => {
  const unit = (version: string): string =>
    `[Service]\nExecStart=/opt/kubernetes/v${version}/bin/kubelet --kubeconfig=/k --bootstrap-kubeconfig=/b --rotate-certificates\n`;
  const a = folderWith({ 'kubelet.service': unit('1.20.1') });
  const b = folderWith({ 'kubelet.service': unit('1.30.1') });
  const parsed = await report([a, b]);
  assert.deepEqual([parsed.target, parsed.targetSource], ['1.20', 'evidence']);
  assert.deepEqual(
    parsed.files.map(({ notes }) => notes),
    [[], ['judged for Kubernetes 1.30']],
  );
});

test('a severity can be changed, and a rule switched off', async () => {
  const as = async (severity: string): Promise<string | undefined> =>
    (
      await report(['-', '--stdin-filename', 'c.yaml', '--rule', `rotate-certificates-off=${severity}`], rotationOff)
    ).findings.find(({ rule }) => rule === 'rotate-certificates-off')?.severity;
  assert.equal(await as('error'), 'error');
  assert.equal(await as('off'), undefined);
});

test('what a parser refuses is a finding in YAML, and not a note as well', async () => {
  const broken = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nevictionHard: [\n';
  const { files, findings } = await report(['-', '--stdin-filename', 'c.yaml'], broken);
  assert.deepEqual(files, [{ path: 'c.yaml', kind: 'kubernetes-yaml', documents: 0, notes: [] }]);
  assert.deepEqual(
    findings.map(({ rule, start }) => ({ rule, start })),
    [{ rule: 'yaml-syntax', start: { line: 4, column: 1 } }],
  );
});

test('what a parser refuses elsewhere is said with its place', async () => {
  const { files } = await report(['-', '--stdin-filename', 'kubelet.env'], 'KUBELET_ARGS="--v=2\n');
  assert.match(files[0]?.notes.join() ?? '', /^cannot be read at 1:\d+: ./);
});

test('a text too long for anything of ours is skipped, and the report says so', async () => {
  const { files } = await report(['-', '--stdin-filename', 'long'], 'a'.repeat(5_000_001));
  assert.deepEqual(files, [{ path: 'long', kind: null, documents: 0, notes: ['skipped: too long'] }]);
});

for (const hostile of [
  'KUBELET_ARGS="',
  '[Service]\nExecStart=/usr/bin/kubelet \\',
  '{'.repeat(100_000),
  '- '.repeat(50_000),
  '\ufeff',
  '',
]) {
  test(`never a fault: ${JSON.stringify(hostile.slice(0, 24))}`, async () => {
    for (const kind of fileKindIds) {
      const { status, err } = await call(['lint', '-', '--kind', kind], { input: hostile });
      assert.deepEqual([status, err], [0, '']);
    }
  });
}
