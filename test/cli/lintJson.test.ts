import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '../../src/cli/report';
import { applyEdits } from '../../src/core/text/edit';
import { oldKubelet, oldKubeletFixed, rotationOff } from './fixtures';
import { fileKindIds } from '../../src/cli/arguments';
import { call, folderWith } from './harness';

type Shape = 'string' | 'number' | 'boolean' | 'string|null' | readonly [Shape] | { readonly [key: string]: Shape };

const position = { line: 'number', column: 'number' } as const;
const place = { path: 'string', start: position, end: position } as const;
const reportShape: Shape = {
  target: 'string',
  targetSource: 'string',
  files: [{ path: 'string', kind: 'string|null', documents: 'number', notes: ['string'] }],
  findings: [
    {
      ...place,
      rule: 'string',
      severity: 'string',
      message: 'string',
      fixes: [{ title: 'string', safe: 'boolean', edits: [{ ...place, newText: 'string' }] }],
      docs: 'string',
      step: 'string|null',
      related: [{ ...place, message: 'string' }],
    },
  ],
};

/** Every key there, no other, each of its type. */
function assertShape(value: unknown, shape: Shape, at: string): void {
  if (typeof shape === 'string') {
    const type = value === null ? 'null' : typeof value;
    assert.ok(shape.split('|').includes(type), `${at} is ${type}, not ${shape}`);
  } else if (Array.isArray(shape)) {
    assert.ok(Array.isArray(value), `${at} is a list`);
    value.forEach((item, index) => {
      assertShape(item, (shape as readonly [Shape])[0], `${at}[${String(index)}]`);
    });
  } else {
    assert.ok(typeof value === 'object' && value !== null, `${at} is an object`);
    assert.deepEqual(Object.keys(value).sort(), Object.keys(shape).sort(), `keys of ${at}`);
    for (const [key, inner] of Object.entries(shape)) {
      assertShape((value as Record<string, unknown>)[key], inner, `${at}.${key}`);
    }
  }
}

async function report(words: readonly string[], input = ''): Promise<Report> {
  return JSON.parse((await call(['lint', '--format', 'json', ...words], { input })).out) as Report;
}

test('every key is there, in every finding', async () => {
  const folder = folderWith({ kubelet: oldKubelet, 'config.yaml': rotationOff, 'notes.txt': 'nothing\n' });
  const parsed = await report([folder]);
  assertShape(parsed, reportShape, 'report');
  assert.ok(parsed.findings.length >= 2);
});

test('the report of nothing has every key too', async () => {
  const parsed = await report([folderWith({ 'notes.txt': 'nothing\n' })]);
  assertShape(parsed, reportShape, 'report');
  assert.deepEqual(parsed, { target: '1.36', targetSource: 'default', files: [], findings: [] });
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
