import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readDeepLink } from '../../../src/core/protocol/deepLink';
import type { PlayerRequest } from '../../../src/host/links';
import type { Player } from '../../../src/host/player/player';
import { openLink } from '../../../src/host/player/playerLinks';
import { diagnosticOf, open, replace, sampleFile } from '../editor';
import { test } from '../registry';
import { until } from '../until';

const kubelet = sampleFile('2018-cluster', 'kubelet');

function tabLabels(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

async function playerShown(): Promise<string> {
  return until('the player', () => tabLabels().find((label) => /^Bootstrap \d+\/\d+$/.test(label)), tabLabels);
}

test('the transcript of a play is a Markdown document', async () => {
  await vscode.commands.executeCommand('tlsBootstrap.openPlayer', { scenario: 'one-year-bomb' });
  await playerShown();
  await vscode.commands.executeCommand('tlsBootstrap.player.transcript');
  const document = await until('the transcript', () =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'tls-bootstrap-transcript'),
  );
  assert.equal(document.languageId, 'markdown');
  assert.match(document.getText(), /^# The one-year bomb\n/);
  assert.match(document.getText(), /\*\*This fails\.\*\*/);
});

test('a link to a step of a forked scenario is copied, and holds only what the player knows', async () => {
  const whatIfs = ['rotateCertificates=true', 'rotate-certificates', 'no-such-thing=1', 'node-off=1d..2d'];
  const request = { scenario: 'one-year-bomb', release: '1.21', whatIfs };
  await vscode.commands.executeCommand('tlsBootstrap.openPlayer', request);
  await playerShown();
  await vscode.commands.executeCommand('tlsBootstrap.player.copyLink');
  const link = await until('the link', async () => {
    const text = await vscode.env.clipboard.readText();
    return text.includes('/play?') && text;
  });
  const { path, query } = vscode.Uri.parse(link);
  assert.match(query, /^scenario=one-year-bomb&step=[a-z-]+&release=1\.21&what-if=/);
  assert.deepEqual(readDeepLink(path, query)?.whatIfs, ['rotateCertificates=true', 'node-off=1d..2d']);
});

test('a release that nobody knows is not forked to', async () => {
  await vscode.env.clipboard.writeText('');
  await vscode.commands.executeCommand('tlsBootstrap.openPlayer', { scenario: 'one-year-bomb', release: '1.99' });
  await playerShown();
  await vscode.commands.executeCommand('tlsBootstrap.player.copyLink');
  const link = await until('the link', () => vscode.env.clipboard.readText());
  assert.doesNotMatch(link, /release=/);
});

test('a link from outside opens scenario, step, release and what-ifs; one that leads nowhere opens nothing', async () => {
  const asked: PlayerRequest[] = [];
  const player = {
    open: (request: PlayerRequest) => {
      asked.push(request);
      return Promise.resolve();
    },
  } as unknown as Player;
  const link = (query: string) => openLink(player, vscode.Uri.parse('vscode://any').with({ path: '/play', query }));
  await link('scenario=one-year-bomb&step=expire&release=1.21&what-if=rotateCertificates=true');
  await link('scenario=today');
  await link('scenario=no-such-scenario');
  await link('scenario=today&step=../../etc');
  const world = { release: '1.21', whatIfs: ['rotateCertificates=true'] };
  assert.deepEqual(asked, [{ scenario: 'one-year-bomb', step: 'expire', world }, { scenario: 'today' }]);
});

test('a symptom leads to the line that is behind it', async () => {
  await open(kubelet);
  const { range } = await diagnosticOf(kubelet, 'rotate-certificates-missing');
  const done = vscode.commands.executeCommand('tlsBootstrap.whatAmISeeing', 'certificate-expired');
  await until('the line', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const editor = vscode.window.activeTextEditor;
    return (
      editor?.document.uri.toString() === kubelet.toString() &&
      editor.selection.isEqual(new vscode.Selection(range.start, range.end))
    );
  });
  await done;
});

test('an edited file is played again at once, and the player keeps its place', async () => {
  const document = await open(kubelet);
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
  const request = {
    scenario: 'workspace',
    folder: kubelet.with({ path: '/2018-cluster' }).toString(),
    step: 'serving-certificate',
  };
  await vscode.commands.executeCommand('tlsBootstrap.openPlayer', request);
  const before = await playerShown();
  await replace(document, '--fail-swap-on=false', '--fail-swap-on=false --rotate-certificates');
  const after = await until(
    'another play',
    () => tabLabels().find((label) => /^Bootstrap \d+\/\d+$/.test(label) && label !== before),
    tabLabels,
  );
  assert.equal(after.split('/')[0], before.split('/')[0]);
});
