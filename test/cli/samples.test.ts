import assert from 'node:assert/strict';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PlayReport } from '../../src/cli/playReport';
import type { Report, ReportFinding } from '../../src/cli/report';
import { SourceText } from '../../src/core/text/sourceText';
import { applyEdits } from '../../src/core/text/edit';
import { call, folderWith, root } from './harness';

async function findings(folder: string): Promise<readonly ReportFinding[]> {
  return (JSON.parse((await call(['lint', '--format', 'json', folder])).out) as Report).findings;
}

async function outcome(folder: string): Promise<string> {
  return (JSON.parse((await call(['play', '--format', 'json', folder])).out) as PlayReport).outcome.id;
}

async function clientCertificates(folder: string): Promise<number> {
  const { certificates } = JSON.parse((await call(['play', '--format', 'json', folder])).out) as PlayReport;
  return certificates.filter((certificate) => 'purpose' in certificate && certificate.purpose === 'client').length;
}

function copyOf(sample: string): string {
  const folder = folderWith({});
  cpSync(join(root, 'media/samples', sample), folder, { recursive: true });
  return folder;
}

/** Applies the first fix of the first finding of a rule, as the light bulb does. Returns whether there was one. */
async function fixOne(folder: string, rule: string): Promise<boolean> {
  const fix = (await findings(folder)).find((finding) => finding.rule === rule)?.fixes[0];
  for (const path of new Set(fix?.edits.map((edit) => edit.path))) {
    const source = new SourceText(path, readFileSync(path, 'utf8'));
    const offset = ({ line, column }: { line: number; column: number }): number =>
      (source.lineStarts[line - 1] ?? 0) + column - 1;
    const edits = (fix?.edits ?? [])
      .filter((edit) => edit.path === path)
      .map(({ start, end, newText }) => ({ range: { start: offset(start), end: offset(end) }, newText }));
    writeFileSync(path, applyEdits(source.text, edits));
  }
  return fix !== undefined;
}

async function fixEvery(folder: string, rule: string): Promise<number> {
  let fixed = 0;
  while (fixed < 20 && (await fixOne(folder, rule))) fixed += 1;
  return fixed;
}

test('2018: what is wrong with the recipe', async () => {
  const rules = (await findings(copyOf('2018-cluster'))).map(({ rule }) => rule);
  const counts = Object.fromEntries([...new Set(rules)].map((id) => [id, rules.filter((rule) => rule === id).length]));
  assert.deepEqual(counts, {
    'apiserver-token-file': 1,
    'feature-gate-redundant': 1,
    'feature-gate-removed': 1,
    'flag-removed': 6,
    'node-bootstrapper-unbound': 1,
    'rotate-certificates-missing': 1,
    'selfnodeserver-dead': 2,
    'server-gate-alone': 1,
  });
});

test('2018: fix after fix the node gets further, until it is Ready and renewing', async () => {
  const folder = copyOf('2018-cluster');
  assert.equal(await fixEvery(folder, 'flag-removed'), 6);
  assert.equal(await fixEvery(folder, 'feature-gate-removed'), 1);
  assert.equal(await outcome(folder), 'exited');
  assert.equal(await fixEvery(folder, 'node-bootstrapper-unbound'), 1);
  assert.equal(await outcome(folder), 'not-ready-after-expiry');
  assert.equal(await fixEvery(folder, 'rotate-certificates-missing'), 1);
  assert.notEqual(await outcome(folder), 'ready-and-renewing');
  assert.equal(await fixEvery(folder, 'renewal-approval-unbound'), 1);
  assert.equal(await outcome(folder), 'ready-and-renewing');
  assert.equal(await fixEvery(folder, 'selfnodeserver-dead'), 2);
  assert.equal(await fixEvery(folder, 'server-gate-alone'), 1);
  assert.equal(await fixEvery(folder, 'feature-gate-redundant'), 1);
  const advice = (await findings(folder)).map(({ rule }) => rule);
  // The last: nothing that is built in approves what the kubelet now asks for.
  assert.deepEqual(advice, ['apiserver-kubelet-ca-missing', 'apiserver-token-file', 'serving-approval-none']);
  assert.equal(await outcome(folder), 'ready-and-renewing');
});

test('1.7: both gates are missing, each where it belongs; with them certificates renew', async () => {
  const folder = copyOf('1.7-cluster');
  assert.deepEqual(
    (await findings(folder)).map(({ rule, path }) => [rule, path.slice(folder.length + 1)]),
    [
      ['server-rotation-gate-missing', 'kube-controller-manager.service'],
      ['client-rotation-gate-missing', 'kubelet'],
    ],
  );
  assert.equal(await clientCertificates(folder), 1);
  assert.equal((await call(['fix', folder])).out, '2 files changed, 0 findings left.\n');
  // 1.7 keeps its open connection on the old certificate, so the node still needs a restart (data/behaviour.json, rot.17).
  assert.ok((await clientCertificates(folder)) > 1);
});

test('today: nothing to report, and nothing happens to the node', async () => {
  const folder = copyOf('today');
  const { files, target } = JSON.parse((await call(['lint', '--format', 'json', folder])).out) as Report;
  assert.equal(target, '1.36');
  assert.equal(files.length, readdirSync(folder).length);
  assert.deepEqual(await findings(folder), []);
  assert.equal(await outcome(folder), 'ready-and-renewing');
});
