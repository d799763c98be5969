import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from '../editor/wait';
import { openSample, type SampleWorkbench } from './sampleWorkbench';

let sample: SampleWorkbench;

before(async () => {
  sample = await openSample('2018-cluster');
});

after(async () => {
  await sample.workbench.close();
});

const title = (text: string) => sample.workbench.page.locator('.quick-input-title', { hasText: text });
const choice = (text: string) => sample.workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text });

test('what somebody sees leads to the cause in these files, and the entry below repairs it there', async () => {
  const { workbench } = sample;
  await workbench.openFile('kubelet');
  await workbench.statusItem('Bootstrap: the kubelet exits').waitFor();
  await workbench.runCommand('Kubelet TLS Bootstrap: What Am I Seeing?');
  await title('What do you see?').waitFor();
  await choice('x509: certificate has expired').first().click();
  await title('What is behind it').waitFor();
  await choice('Rotation is off').first().waitFor();
  await workbench.screenshot('symptom-1-causes');
  await choice('Add --rotate-certificates').click();
  await until('the flag in the file', async () => (await workbench.visibleText()).includes('--rotate-certificates'));
  await workbench.screenshot('symptom-2-repaired');
  const problems = await workbench.problemsWhen((all) =>
    all.every(({ code }) => code !== 'rotate-certificates-missing'),
  );
  assert.ok(problems.length > 0);
});

test('a repair in one file changes at once what stands above another', async () => {
  const { workbench } = sample;
  const above = async (): Promise<string> =>
    (await workbench.page.locator('.codelens-decoration').allInnerTexts()).join();
  // The editor asks for such a line only while it has the focus, and fills it in while it is in sight.
  await workbench.goTo(1);
  const before = await until('the line above the first file', async () => (await above()) || false);
  await workbench.openFile('bootstrap-rbac.yaml', 8);
  await workbench.quickFix('Bind system:node-bootstrapper to Group system:bootstrappers');
  await workbench.tab('kubelet').click();
  await workbench.goTo(1);
  const after = await until('another line above the first file', async () => {
    const now = await above();
    return now !== '' && now !== before && now;
  });
  assert.doesNotMatch(after, /never becomes Ready/);
});
