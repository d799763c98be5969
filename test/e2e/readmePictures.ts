import { mkdir } from 'node:fs/promises';
import type { Workbench } from '../editor/workbench';
import { PlayerPage } from './playerPage';
import { openSample } from './sampleWorkbench';

// Takes the README's pictures from the packaged extension: `npm run pictures`.
const folder = 'media/readme';

async function withSample(sample: string, take: (workbench: Workbench) => Promise<void>): Promise<void> {
  const { workbench } = await openSample(sample);
  try {
    await workbench.page.setViewportSize({ width: 1280, height: 800 });
    await workbench.setTheme('dark');
    await take(workbench);
  } finally {
    await workbench.close();
  }
}

async function takeEditorAndPlayer(workbench: Workbench): Promise<void> {
  await workbench.openFile('kubelet');
  await workbench.problemsWhen((all) => all.length >= 12);
  // The editor asks for the line above a file only while it has the focus.
  await workbench.goTo(1);
  await workbench.page.locator('.codelens-decoration').first().waitFor();
  await workbench.page.screenshot({ path: `${folder}/editor.png` });

  await workbench.runCommand('View: Hide Panel');
  await workbench.openFile('bootstrap-rbac.yaml', 8);
  await workbench.quickFix('Bind system:node-bootstrapper to Group system:bootstrappers');
  await workbench.openFile('kubelet');
  await workbench.page.locator('.codelens-decoration', { hasText: 'certificate' }).waitFor();
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.runCommand('Kubelet TLS Bootstrap: Play My Files');
  const player = new PlayerPage(workbench);
  await player.outcomeIs(/NotReady/);
  await player.stepToEnd();
  await workbench.page.screenshot({ path: `${folder}/player.png` });
}

async function takeLab(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Kubelet TLS Bootstrap: Lab: Open an Exercise');
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Let a node ask' }).click();
  await (await workbench.webview('h1')).locator('h1').waitFor();
  await workbench.page.locator('.codelens-decoration').first().waitFor();
  await workbench.page.screenshot({ path: `${folder}/lab.png` });
}

await mkdir(folder, { recursive: true });
await withSample('2018-cluster', takeEditorAndPlayer);
await withSample('today', takeLab);
