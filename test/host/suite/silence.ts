import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, choose, diagnosticOf, gone, open, sampleFile, setting } from '../editor';
import { test } from '../registry';

const kubelet = sampleFile('2018-cluster', 'kubelet');
const RULE = 'rotate-certificates-missing';

async function silence(title: string): Promise<void> {
  const { range } = await diagnosticOf(kubelet, RULE);
  const actions = await actionsAt(kubelet, range);
  await choose(actions.find((action) => action.title === title));
  await gone(kubelet, RULE);
}

for (const [title, comment] of [
  [`Silence ${RULE} here`, `# tls-bootstrap-disable-next-line ${RULE}`],
  [`Silence ${RULE} in this file`, `# tls-bootstrap-disable ${RULE}`],
] as const) {
  test(`${title}: by a comment`, async () => {
    const document = await open(kubelet);
    await silence(title);
    assert.ok(document.getText().split('\n').includes(comment));
  });
}

test('a rule can be silenced in the workspace, by a setting', async () => {
  await open(kubelet);
  await silence(`Silence ${RULE} in this workspace (setting)`);
  const settings = vscode.workspace.getConfiguration('tlsBootstrap');
  assert.equal(settings.inspect(`rules.${RULE}.severity`)?.workspaceValue, 'off');
  await settings.update(`rules.${RULE}.severity`, undefined, vscode.ConfigurationTarget.Workspace);
  await diagnosticOf(kubelet, RULE);
});

test('a rule can be silenced everywhere, by a setting', async () => {
  const document = await open(kubelet);
  const before = document.getText();
  await silence(`Silence ${RULE} everywhere (setting)`);
  assert.equal(document.getText(), before);
  const settings = vscode.workspace.getConfiguration('tlsBootstrap');
  assert.equal(settings.inspect(`rules.${RULE}.severity`)?.globalValue, 'off');
  await setting(`rules.${RULE}.severity`, undefined);
  await diagnosticOf(kubelet, RULE);
});
