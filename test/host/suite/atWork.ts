import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { simulate } from '../../../src/core/flow/simulate';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { SummaryStatus } from '../../../src/host/cluster/summaryStatus';
import { ClusterFolders } from '../../../src/host/clusterFolders';
import { CodeActions } from '../../../src/host/codeActions';
import { CodeLenses } from '../../../src/host/codeLenses';
import { Diagnostics } from '../../../src/host/diagnostics';
import { FilePlays } from '../../../src/host/filePlays';
import { Hovers } from '../../../src/host/hovers';
import {
  actionsAt,
  choose,
  diagnosticOf,
  gone,
  open,
  replace,
  sampleFile,
  setting,
  temporaryFolder,
  write,
} from '../editor';
import { test } from '../registry';
import { until } from '../until';

const kubelet = sampleFile('today', 'kubelet.env');
const rbac = sampleFile('today', 'bootstrap-rbac.yaml');
const AT_WORK = vscode.CodeActionKind.Empty.append('tlsBootstrap.atWork');
const READY = 'Ready; the first certificate ends after 365 days and is renewed after about 292 days';

async function lenses(uri: vscode.Uri): Promise<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 5);
}

/** Resolves with the words above a file once there are some. */
async function wordsAbove(uri: vscode.Uri, wanted: string): Promise<vscode.CodeLens> {
  let shown: readonly (string | undefined)[] = [];
  return until(
    `a line above ${uri.path} with ${wanted}`,
    async () => {
      const all = await lenses(uri);
      shown = all.map(({ command }) => command?.title);
      return all.find(({ command }) => command?.title.includes(wanted));
    },
    () => shown,
  );
}

function tabLabels(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

async function playerAt(step: number): Promise<void> {
  await until(
    `the player at step ${String(step)}`,
    () => tabLabels().some((label) => label.startsWith(`Bootstrap ${String(step)}/`)),
    tabLabels,
  );
}

/** The step that an action says it leads to. */
function stepOf({ title }: vscode.CodeAction): number {
  return Number(/step (\d+)/.exec(title)?.[1]);
}

test('above each file of a node stands what becomes of the node, and a click plays the files', async () => {
  await open(rbac);
  await wordsAbove(rbac, READY);
  await open(kubelet);
  const { command, range } = await wordsAbove(kubelet, READY);
  assert.ok(range.isEmpty && range.start.isEqual(new vscode.Position(0, 0)));
  assert.equal((await lenses(kubelet)).length, 1);
  await vscode.commands.executeCommand(command?.command ?? '', ...((command?.arguments ?? []) as unknown[]));
  await playerAt(1);
});

test('what stands above a file follows the typing', async () => {
  const document = await open(sampleFile('2018-cluster', 'bootstrap-rbac.yaml'));
  await wordsAbove(document.uri, 'never becomes Ready');
  const { range } = await diagnosticOf(document.uri, 'node-bootstrapper-unbound');
  const fix = (await actionsAt(document.uri, range)).find(({ title }) =>
    title.startsWith('Bind system:node-bootstrapper'),
  );
  await choose(fix);
  await wordsAbove(document.uri, 'is NotReady');
});

test('the line above a file can be switched off, and on again, at once', async () => {
  await open(kubelet);
  await wordsAbove(kubelet, READY);
  await setting('codeLens', false);
  await until('no line', async () => (await lenses(kubelet)).length === 0);
  await setting('codeLens', true);
  await wordsAbove(kubelet, READY);
});

test('nothing stands above a template, a file without a node, and a file of somebody else', async () => {
  const folder = await temporaryFolder();
  const unit = '[Service]\nExecStart=/usr/bin/kubelet --kubeconfig=/k --node-ip={{ node_ip }} --v=2\n';
  const template = await write(folder, 'a/kubelet.service', unit);
  const alone = await write(
    folder,
    'b/controller-manager.service',
    '[Service]\nExecStart=/usr/bin/kube-controller-manager --cluster-signing-duration=10m\n',
  );
  const unrelated = await write(folder, 'c/build.yaml', 'name: build\n');
  const whole = await write(folder, 'd/kubelet.service', unit.replace('{{ node_ip }}', '10.0.0.1'));
  for (const file of [template, alone, unrelated]) await open(file);
  await open(whole);
  await wordsAbove(whole, 'Ready');
  await diagnosticOf(alone, 'controller-manager-root-ca-missing');
  for (const file of [template, alone, unrelated]) assert.deepEqual(await lenses(file), [], file.path);
});

test('the light bulb opens the player at the step where a line is at work', async () => {
  const document = await open(rbac);
  await wordsAbove(rbac, READY);
  const renewal = document.positionAt(document.getText().indexOf('node-autoapprove-certificate-rotation'));
  const line = document.lineAt(renewal.line).range;
  const [action, ...others] = await actionsAt(rbac, new vscode.Range(line.start, line.start), AT_WORK);
  assert.ok(action);
  assert.deepEqual(others, []);
  assert.match(action.title, /^At work in step \d+: kube-controller-manager → kube-apiserver, approve$/);
  await choose(action);
  await playerAt(stepOf(action));
});

test('the second step of a kind is led to as well as the first', async () => {
  const document = await open(sampleFile('today', 'kube-controller-manager.service'));
  await wordsAbove(document.uri, READY);
  const at = document.positionAt(document.getText().indexOf('--cluster-signing-duration') + 3);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  const shown = hovers
    .flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value))
    .join('\n');
  const steps = [
    ...shown.matchAll(/At work in step (\d+): [^\n]*, (\w+)\]\(command:tlsBootstrap\.openPlayer\?(.*?)\)/g),
  ];
  assert.deepEqual(
    steps.map(([, , label]) => label),
    ['sign', 'sign'],
    shown,
  );
  assert.ok(!shown.includes('See it happen'), shown);
  for (const [, step, , given = ''] of steps) {
    const [request] = JSON.parse(decodeURIComponent(given)) as unknown[];
    await vscode.commands.executeCommand('tlsBootstrap.openPlayer', request);
    await playerAt(Number(step));
  }
});

test('no step is named where nothing is at work, and none beside a finding that names its own', async () => {
  const document = await open(kubelet);
  await wordsAbove(kubelet, READY);
  const comment = new vscode.Range(0, 0, 0, 0);
  assert.ok(document.lineAt(0).text.startsWith('#'));
  assert.deepEqual(await actionsAt(kubelet, comment, AT_WORK), []);
  const old = await open(sampleFile('2018-cluster', 'kubelet'));
  const { range } = await diagnosticOf(old.uri, 'rotate-certificates-missing');
  assert.deepEqual(await actionsAt(old.uri, range, AT_WORK), []);
});

test('a letter typed is played once, by whoever shows it first', async () => {
  const document = await open(kubelet);
  const log = vscode.window.createOutputChannel('At work', { log: true });
  let simulated = 0;
  const plays = new FilePlays(log, (...given) => {
    simulated += 1;
    return simulate(...given);
  });
  const kubernetes = createKubernetes(kubernetesData);
  const folders = new ClusterFolders(kubernetes, log);
  const diagnostics = new Diagnostics(folders, log);
  const codeLenses = new CodeLenses(diagnostics, plays);
  const status = new SummaryStatus(diagnostics, plays);
  const hovers = new Hovers(folders, diagnostics, plays, kubernetes);
  const actions = new CodeActions(folders, diagnostics, plays);
  const { token } = new vscode.CancellationTokenSource();
  const at = document.positionAt(document.getText().indexOf('--kubeconfig') + 3);
  const context: vscode.CodeActionContext = {
    diagnostics: [],
    only: undefined,
    triggerKind: vscode.CodeActionTriggerKind.Automatic,
  };
  const lookAtAll = async () => {
    for (const lens of codeLenses.provideCodeLenses(document)) codeLenses.resolveCodeLens(lens);
    await hovers.provideHover(document, at, token);
    return actions.provideCodeActions(document, new vscode.Range(at, at), context, token);
  };
  try {
    folders.start();
    await until('the light bulb', async () => (await lookAtAll()).length > 0);
    assert.equal(simulated, 1);
    const published = new Promise((resolve) => diagnostics.onDidPublish(resolve));
    await replace(document, '# ', '#  ');
    assert.equal(codeLenses.provideCodeLenses(document).length, 1, 'what is shown stays while somebody types');
    await actions.provideCodeActions(document, new vscode.Range(at, at), context, token);
    assert.equal(simulated, 1, 'nothing is played before findings change');
    await published;
    await lookAtAll();
    await lookAtAll();
    assert.equal(simulated, 2);
  } finally {
    for (const part of [status, codeLenses, diagnostics, folders, plays, log]) part.dispose();
  }
});

test('a quick fix is played at once, and the player keeps its place', async () => {
  const old = sampleFile('2018-cluster', 'bootstrap-rbac.yaml');
  await open(old);
  const { range } = await diagnosticOf(old, 'node-bootstrapper-unbound');
  const folder = old.with({ path: '/2018-cluster' }).toString();
  const request = { scenario: 'workspace', folder, step: 'authorize-create' };
  await vscode.commands.executeCommand('tlsBootstrap.openPlayer', request);
  const place = /^Bootstrap (\d+)\/(\d+)$/;
  const before = await until('the player', () => tabLabels().find((label) => place.test(label)), tabLabels);
  const fix = (await actionsAt(old, range)).find(({ title }) => title.startsWith('Bind system:node-bootstrapper'));
  await choose(fix);
  await gone(old, 'node-bootstrapper-unbound');
  const after = await until(
    'another play',
    () => tabLabels().find((label) => place.test(label) && label !== before),
    tabLabels,
  );
  assert.equal(after.split('/')[0], before.split('/')[0]);
});
