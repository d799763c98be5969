import { mkdir } from 'node:fs/promises';
import { PlayerPage } from './playerPage';
import { openSample } from './sampleWorkbench';

// Takes the README's pictures from the packaged extension: `npm run pictures`.
const folder = 'media/readme';
await mkdir(folder, { recursive: true });
const { workbench } = await openSample('2018-cluster');
try {
  await workbench.page.setViewportSize({ width: 1280, height: 800 });
  await workbench.setTheme('dark');
  await workbench.openFile('kubelet');
  await workbench.problemsWhen((all) => all.length >= 12);
  await workbench.page.screenshot({ path: `${folder}/editor.png` });

  await workbench.runCommand('View: Hide Panel');
  await workbench.openFile('bootstrap-rbac.yaml', 8);
  await workbench.quickFix('Bind system:node-bootstrapper to Group system:bootstrappers');
  await workbench.openFile('kubelet');
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.runCommand('Kubelet TLS Bootstrap: Play My Files');
  const player = new PlayerPage(workbench);
  await player.outcomeIs(/NotReady/);
  await player.stepToEnd();
  await workbench.page.screenshot({ path: `${folder}/player.png` });
} finally {
  await workbench.close();
}
