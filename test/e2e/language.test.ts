import { after, before, test } from 'node:test';
import { PlayerPage } from './playerPage';
import { openSample, type SampleWorkbench } from './sampleWorkbench';

let sample: SampleWorkbench;
let player: PlayerPage;

before(async () => {
  sample = await openSample('2018-cluster');
  player = new PlayerPage(sample.workbench);
});

after(async () => {
  await sample.workbench.close();
});

test('what stands in the Problems panel changes its language with the setting', async () => {
  const { workbench } = sample;
  await workbench.openFile('kubelet');
  await workbench.problemsWhen((all) => all.some(({ message }) => message.includes('never renews it')));
  await workbench.changeSettings({ 'tlsBootstrap.language': 'zh-cn' });
  await workbench.problemsWhen((all) => all.some(({ message }) => message.includes('却从不续期')));
  await workbench.screenshot('language-1-problems');
});

test('the player speaks it too, and goes back at once', async () => {
  const { workbench } = sample;
  await workbench.runCommand('Kubelet TLS Bootstrap: Play My Files');
  await player.outcomeIs(/无法启动|永远不会变为 Ready|没有运行/);
  await workbench.screenshot('language-2-player');
  await workbench.changeSettings({ 'tlsBootstrap.language': 'en' });
  await player.outcomeIs(/never becomes Ready/);
});
