import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageTests, type PlayerPage } from './playerPage';
import { forbidden, noRotation } from './plays';

const pages = new PageTests();

/** Notes from now on whether anything travels. */
async function watchForTravel({ page }: PlayerPage): Promise<() => Promise<boolean>> {
  await page.locator('.stage').evaluate((stage) => {
    new MutationObserver(() => {
      if (stage.querySelector('.travelling')) Object.assign(window, { travelled: true });
    }).observe(stage, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => 'travelled' in window);
}

async function playsWithoutTravel(player: PlayerPage): Promise<void> {
  const { page } = player;
  const travelled = await watchForTravel(player);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('r');
  await page.keyboard.press('Home');
  await page.keyboard.press(' ');
  await page.locator('.notice').waitFor();
  assert.equal(await player.lit(), '3', 'it still plays, in timed steps, to before the failure');
  assert.equal(await travelled(), false);
}

test('without any wish for less motion, messages travel', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    const travelled = await watchForTravel(player);
    await player.page.keyboard.press('ArrowRight');
    await player.page.locator('.message.now .travelling').waitFor();
    assert.equal(await travelled(), true);
  }));

test("nothing travels when the extension's setting says so", () =>
  pages.run(async (player) => {
    await player.open(forbidden, { speed: 8 }, { reduceMotion: true });
    await playsWithoutTravel(player);
  }));

test("nothing travels when the editor's setting says so", () =>
  pages.run(async (player) => {
    await player.page.locator('body').evaluate((body) => {
      body.classList.add('vscode-reduce-motion');
    });
    await player.open(forbidden, { speed: 8 });
    await playsWithoutTravel(player);
  }));

test("nothing travels when the system's setting says so", () =>
  pages.run(
    async (player) => {
      await player.open(forbidden, { speed: 8 });
      await playsWithoutTravel(player);
    },
    { reducedMotion: 'reduce' },
  ));
