import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from '../editor/wait';
import { openSample, type SampleWorkbench } from './sampleWorkbench';

let sample: SampleWorkbench;

before(async () => {
  sample = await openSample('today');
});

after(async () => {
  await sample.workbench.close();
});

const step = (title: string) => sample.workbench.page.locator('.getting-started-step', { hasText: title });
const exercise = (title: string) =>
  sample.workbench.page.locator('.pane:has(.title:text-is("Bootstrap Lab")) .monaco-list-row', { hasText: title });
const message = (text: string) => sample.workbench.page.locator('.notification-toast', { hasText: text });

test('a step of the walkthrough opens its exercise, with files, page and list', async () => {
  const { workbench } = sample;
  await workbench.runCommand('Kubelet TLS Bootstrap: Open the Walkthrough');
  await step('Token, identity, permission').click();
  await workbench.screenshot('lab-1-walkthrough');
  await workbench.page.locator('.button-container').getByText('Let a node ask', { exact: true }).click();
  await workbench.tab('bootstrap-rbac.yaml').waitFor();
  await exercise('Let a node ask').waitFor();
  await workbench.page.locator('.tab', { hasText: 'csr-permission' }).waitFor();
  await workbench.screenshot('lab-2-open');
});

test('a check says why not yet', async () => {
  const { workbench } = sample;
  await workbench.runCommand('Kubelet TLS Bootstrap: Lab: Check');
  await message('Not yet. On day 1 the node is not Ready.').waitFor();
  await workbench.screenshot('lab-3-not-yet');
});

test('the light bulb repairs it, and the check finds it solved', async () => {
  const { workbench } = sample;
  await workbench.runCommand('Notifications: Clear All Notifications');
  await workbench.runCommand('View: Focus First Editor Group');
  await workbench.tab('bootstrap-rbac.yaml').click();
  const [problem] = await workbench.problemsWhen((all) => all.some(({ code }) => code === 'node-bootstrapper-unbound'));
  assert.ok(problem);
  await workbench.tab('bootstrap-rbac.yaml').click();
  await workbench.goTo(problem.line, problem.column);
  await workbench.quickFix('Bind system:node-bootstrapper to Group system:bootstrappers');
  await workbench.save();
  await workbench.runCommand('Kubelet TLS Bootstrap: Lab: Check');
  await message('Solved: “Let a node ask”').waitFor();
  await workbench.screenshot('lab-4-solved');
});

test('solving it ticks the step of the walkthrough', async () => {
  const { workbench } = sample;
  await workbench.runCommand('Kubelet TLS Bootstrap: Open the Walkthrough');
  const done = step('Token, identity, permission').locator('.codicon-getting-started-step-checked');
  await until('the tick', async () => (await done.count()) > 0);
  await workbench.screenshot('lab-5-ticked');
});

test('after a reload the repaired file, the list and what was solved are still there', async () => {
  const { workbench } = sample;
  await workbench.tab('bootstrap-rbac.yaml').click();
  await workbench.reload(['vscode.markdown.preview.editor', '/csr-permission.md']);
  await workbench.tab('bootstrap-rbac.yaml').click();
  await until('the repaired text', async () => (await workbench.visibleText()).includes('system:node-bootstrapper'));
  await exercise('Let a node ask').getByText('solved').waitFor();
  const page = await workbench.webview('h1');
  assert.match(await page.locator('h1').innerText(), /^Let a node ask/);
  await workbench.screenshot('lab-6-reloaded');
});
