import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { AxeResults } from 'axe-core';
import { themes } from './page';
import { PageTests, type PlayerPage } from './playerPage';
import { noRotation } from './plays';
import { scenarioPlay, scenarioTexts } from './scenarioPlays';

const pages = new PageTests();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const allPanels = ['holds', 'life-line', 'worlds', 'symptoms', 'assumptions', 'transcript'];
const texts = { texts: scenarioTexts };

/** Asks axe about the page as it is; what it calls serious or critical fails the test. */
async function isAccessible({ page }: PlayerPage, state: string): Promise<void> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${state}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  assert.deepEqual(serious, []);
}

/** What a reader may meet, each as a way to get there. */
const states: Readonly<Record<string, (player: PlayerPage) => Promise<void>>> = {
  'before the first play': () => Promise.resolve(),
  'at the first step': (player) => player.open(scenarioPlay('today'), {}, texts),
  'with all panels open': (player) =>
    player.open(scenarioPlay('one-year-bomb'), { step: 13, openPanels: allPanels }, texts),
  'with nothing open': (player) => player.open(scenarioPlay('kubeadm'), { step: 4, openPanels: [] }, texts),
  'with a wrong answer': async (player) => {
    await player.open(scenarioPlay('missing-node-bootstrapper'), { step: 3 }, texts);
    await player.page.locator('.alternative').first().click();
  },
  'with a right answer': async (player) => {
    await player.open(scenarioPlay('missing-node-bootstrapper'), { step: 3 }, texts);
    await player.page.locator('.alternative').last().click();
  },
  'with a symptom led back': async (player) => {
    await player.open(scenarioPlay('one-year-bomb'), { openPanels: ['symptoms'] }, texts);
    await player.page.locator('.symptom > summary').first().click();
  },
  'with everything held opened': async (player) => {
    await player.open(scenarioPlay('today'), { step: 14 }, texts);
    for (const selector of ['.held', '.check']) {
      await player.page.locator(selector).evaluateAll((all) => {
        for (const one of all) (one as HTMLDetailsElement).open = true;
      });
      await player.page.locator('.fields').nth(5).waitFor();
    }
  },
  'with the sheet of keys': async (player) => {
    await player.open(noRotation);
    await player.page.keyboard.press('?');
    await player.page.getByRole('dialog').waitFor();
  },
  'with a problem': async (player) => {
    await player.open(noRotation);
    await player.send({ type: 'problem', text: 'No kubelet is configured here.' });
    await player.page.getByText('No kubelet is configured here.').waitFor();
  },
  'with a list instead of a picture': (player) => player.open({ ...noRotation, diagram: 'no diagram' }),
  'held back before a failure': async (player) => {
    await player.open(noRotation, { step: 8, speed: 8 });
    await player.page.keyboard.press(' ');
    await player.page.getByText(/^Paused/).waitFor();
  },
};

for (const [state, reach] of Object.entries(states)) {
  test(`axe finds nothing serious ${state}`, () =>
    pages.run(async (player) => {
      await reach(player);
      await isAccessible(player, state);
    }));
}

for (const theme of themes) {
  test(`axe finds nothing serious in the theme ${theme}, nor at 320 pixels`, () =>
    pages.run(
      async (player) => {
        await player.open(scenarioPlay('one-year-bomb'), { step: 12, openPanels: allPanels }, texts);
        await isAccessible(player, theme);
        await player.page.setViewportSize({ width: 320, height: 640 });
        await isAccessible(player, `${theme}, narrow`);
      },
      { theme },
    ));
}
