import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  choose,
  diagnosticOf,
  fixOf,
  gone,
  open,
  ours,
  replace,
  rulesAt,
  sampleFile,
  setting,
} from '../editor';
import { test } from '../registry';
import { until } from '../until';

const kubelet = sampleFile('2018-cluster', 'kubelet');

/** A place in the samples where each rule has something to repair: with which release, and what to change before. */
const places: readonly { rule: string; file: vscode.Uri; release: string; change?: readonly [string, string] }[] = [
  { rule: 'rotate-certificates-missing', file: kubelet, release: 'auto' },
  {
    rule: 'rotate-certificates-off',
    file: kubelet,
    release: 'auto',
    change: ['--fail-swap-on=false', '--rotate-certificates=false'],
  },
  { rule: 'flag-removed', file: kubelet, release: '1.36' },
  { rule: 'feature-gate-removed', file: kubelet, release: '1.36' },
  { rule: 'server-gate-alone', file: kubelet, release: '1.20' },
  { rule: 'selfnodeserver-dead', file: sampleFile('2018-cluster', 'bootstrap-rbac.yaml'), release: 'auto' },
];

for (const { rule, file, release, change } of places) {
  test(`${rule}: its fix makes the finding go, and only that`, async () => {
    await setting('kubernetesVersion', release);
    const document = await open(file);
    if (change) await replace(document, ...change);
    const { range } = await diagnosticOf(file, rule);
    const count = rulesAt(file).filter((other) => other === rule).length;
    const actions = await actionsAt(file, range);
    const before = document.lineCount;
    await choose(fixOf(rule, actions));
    await until(
      `${rule} to be gone`,
      () => rulesAt(file).filter((other) => other === rule).length === count - 1,
      () => rulesAt(file),
    );
    assert.ok(Math.abs(document.lineCount - before) < 20);
  });
}

test('a fix is offered with the finding, once as the preferred one', async () => {
  await open(kubelet);
  const diagnostic = await diagnosticOf(kubelet, 'rotate-certificates-missing');
  const actions = await actionsAt(kubelet, diagnostic.range);
  assert.equal(fixOf('rotate-certificates-missing', actions)?.isPreferred, true);
  const titles = actions.map(({ title }) => title);
  assert.ok(titles.includes('See it happen'), titles.join('; '));
  assert.ok(titles.includes('Explain rotate-certificates-missing'), titles.join('; '));
});

test('fix on save: all safe repairs of a file in one action, and nothing left for a second', async () => {
  const document = await open(kubelet);
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const kind = vscode.CodeActionKind.SourceFixAll.append('tlsBootstrap');
  const [action, ...others] = await actionsAt(kubelet, whole, kind);
  assert.deepEqual(others, []);
  await choose(action);
  await gone(kubelet, 'rotate-certificates-missing');
  assert.deepEqual(await actionsAt(kubelet, whole, kind), []);
  assert.match(document.getText(), /# add your own/);
});

test('all files of the folder are repaired by one command', async () => {
  await open(kubelet);
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
  await vscode.commands.executeCommand('tlsBootstrap.fixFolder');
  await gone(kubelet, 'rotate-certificates-missing');
  await gone(sampleFile('2018-cluster', 'controller-manager'), 'flag-removed');
});

test('no action is offered where nothing is found', async () => {
  const { uri } = await open(kubelet);
  await diagnosticOf(uri, 'rotate-certificates-missing');
  const first = new vscode.Range(0, 0, 0, 0);
  assert.ok(ours(uri).every(({ range }) => !range.contains(first)));
  assert.deepEqual(await actionsAt(uri, first), []);
});
