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

/** Where in the samples a rule has something to repair: with which release, and what to write before. */
interface Place {
  readonly rule: string;
  readonly file: vscode.Uri;
  readonly release: string;
  readonly change?: { readonly file: vscode.Uri; readonly from: string; readonly to: string };
}

const rbac = sampleFile('2018-cluster', 'bootstrap-rbac.yaml');
const oldKubelet = sampleFile('1.7-cluster', 'kubelet');

/** Puts a flag in the place of one that decides nothing here. */
const inKubelet = (flag: string) => ({ file: kubelet, from: '--fail-swap-on=false', to: flag });

const places: readonly Place[] = [
  { rule: 'rotate-certificates-missing', file: kubelet, release: 'auto' },
  {
    rule: 'rotate-certificates-off',
    file: kubelet,
    release: 'auto',
    change: inKubelet('--rotate-certificates=false'),
  },
  { rule: 'client-rotation-gate-missing', file: oldKubelet, release: '1.7' },
  {
    rule: 'server-rotation-gate-missing',
    file: sampleFile('1.7-cluster', 'kube-controller-manager.service'),
    release: '1.7',
  },
  { rule: 'server-gate-alone', file: kubelet, release: '1.20' },
  { rule: 'selfnodeserver-dead', file: rbac, release: 'auto' },
  { rule: 'flag-removed', file: kubelet, release: '1.36' },
  { rule: 'flag-not-yet', file: oldKubelet, release: '1.6' },
  { rule: 'feature-gate-removed', file: kubelet, release: '1.36' },
  { rule: 'node-bootstrapper-unbound', file: rbac, release: 'auto' },
  { rule: 'renewal-approval-unbound', file: rbac, release: 'auto', change: inKubelet('--rotate-certificates') },
];

for (const { rule, file, release, change } of places) {
  test(`${rule}: its fix makes the finding go, and only that`, async () => {
    await setting('kubernetesVersion', release);
    if (change) await replace(await open(change.file), change.from, change.to);
    const document = await open(file);
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
  assert.ok(titles.includes('See it happen: rotate-certificates-missing'), titles.join('; '));
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
