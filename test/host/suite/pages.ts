import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rules } from '../../../src/core/lint/rules/index';
import { diagnosticOf, extension, open, sampleFile, setting } from '../editor';
import { test } from '../registry';
import { until } from '../until';

const kubelet = sampleFile('2018-cluster', 'kubelet');

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

test('a rule page opens inside the editor', async () => {
  await extension().activate();
  const page = await vscode.workspace.openTextDocument(
    vscode.Uri.parse('tls-bootstrap-rule:/rotate-certificates-missing.md'),
  );
  assert.equal(page.languageId, 'markdown');
  assert.match(page.getText(), /rotate-certificates-missing/);
  await vscode.commands.executeCommand('tlsBootstrap.showRule', 'rotate-certificates-missing');
  await until(
    'the page in a tab',
    () => tabs().some(({ label }) => label.includes('rotate-certificates-missing')),
    () => tabs().map(({ label }) => label),
  );
});

test('a rule page that is open follows the language', async () => {
  const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('tls-bootstrap-rule:/flag-removed.md'));
  const isIn = (heading: string): Promise<boolean> => until(heading, () => page.getText().includes(heading));
  await isIn('## What happens');
  await setting('language', 'zh-cn');
  await isIn('## 会发生什么');
  await setting('language', undefined);
  await isIn('## What happens');
});

test('every rule has a page, and what a finding leads to shows it as rendered text', async () => {
  await extension().activate();
  for (const { id } of rules) {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse(`tls-bootstrap-rule:/${id}.md`));
    assert.match(page.getText(), new RegExp(`^# .*${id}`), id);
  }
  await open(kubelet);
  const { code } = await diagnosticOf(kubelet, 'rotate-certificates-missing');
  // What a click in the Problems panel or in a hover does with the address of a code.
  await vscode.commands.executeCommand('vscode.open', (code as { target: vscode.Uri }).target);
  await until(
    'the rendered page',
    () => tabs().some(({ input }) => input instanceof vscode.TabInputCustom && input.uri.path.includes('rotate-')),
    () => tabs().map(({ label }) => label),
  );
});

test('a rule page that does not exist is empty, whatever its name', async () => {
  for (const path of ['/no-such-rule.md', '/../package.json', '/__proto__.md', '/constructor.md']) {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'tls-bootstrap-rule', path }));
    assert.equal(page.getText(), '', path);
  }
});

test('a hover on a finding leads to the play and to the rule page, and to nothing else', async () => {
  await open(kubelet);
  const { range } = await diagnosticOf(kubelet, 'rotate-certificates-missing');
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    kubelet,
    range.start,
  );
  const texts = hovers.flatMap(({ contents }) => contents) as vscode.MarkdownString[];
  const links = texts.find(({ value }) => value.includes('command:tlsBootstrap.openPlayer'));
  assert.ok(links, JSON.stringify(texts));
  assert.match(links.value, /command:tlsBootstrap\.showRule/);
  assert.deepEqual(links.isTrusted, { enabledCommands: ['tlsBootstrap.openPlayer', 'tlsBootstrap.showRule'] });
});

test('every rule has a setting for its severity', async () => {
  await open(kubelet);
  const { range } = await diagnosticOf(kubelet, 'rotate-certificates-missing');
  assert.ok(!range.isEmpty);
  const { contributes } = extension().packageJSON as {
    contributes: { configuration: { properties: Record<string, unknown> } };
  };
  for (const diagnostic of vscode.languages.getDiagnostics(kubelet)) {
    const { value } = diagnostic.code as { value: string };
    assert.ok(`tlsBootstrap.rules.${value}.severity` in contributes.configuration.properties, value);
  }
});

test('the walkthrough opens', async () => {
  const before = tabs().length;
  await vscode.commands.executeCommand('tlsBootstrap.openWalkthrough');
  await until(
    'a tab with the walkthrough',
    () => tabs().length > before,
    () => tabs().map(({ label }) => label),
  );
});

test('the sample cluster opens with its main file in front', async () => {
  await vscode.commands.executeCommand('tlsBootstrap.openSample');
  await until('the file', () => vscode.window.activeTextEditor?.document.uri.toString() === kubelet.toString());
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
  assert.ok(tabs().some(({ label }) => label === 'bootstrap-rbac.yaml'));
});
