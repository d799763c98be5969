import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageTests, type PlayerPage } from './playerPage';
import { forbidden, noRotation } from './plays';

const pages = new PageTests();

/** Everything that shows the current step, as it stands once nothing moves any more. */
async function shownState({ page }: PlayerPage): Promise<string> {
  await page.locator('.travelling').waitFor({ state: 'detached' });
  const parts = ['.stage', '.narration', '.holdings', '.life', '.transport', '.transcript'];
  const html = await Promise.all(parts.map((part) => page.locator(part).evaluate((shown) => shown.outerHTML)));
  return html.join('\n');
}

async function lit(player: PlayerPage, number: number): Promise<void> {
  await player.page.locator('.message.now .number', { hasText: new RegExp(`^${String(number)}$`) }).waitFor();
}

test('before the first play the page says that it waits, and asks for one', () =>
  pages.run(async (player) => {
    assert.equal(await player.page.locator('.loading').innerText(), 'Preparing the play…');
    assert.deepEqual(await player.posted(), [{ type: 'ready' }]);
  }));

test('keys step forth and back, to the ends, and say each step', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    const { keyboard } = player.page;
    await lit(player, 1);
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await lit(player, 3);
    assert.equal(await player.sentence(), noRotation.steps[2]?.sentence.id);
    await keyboard.press('ArrowLeft');
    await lit(player, 2);
    await keyboard.press('End');
    await lit(player, noRotation.steps.length);
    await keyboard.press('ArrowRight');
    await lit(player, noRotation.steps.length);
    await keyboard.press('Home');
    await lit(player, 1);
    assert.equal(await player.page.locator('.message.past').count(), 0);
    assert.equal(await player.page.locator('.message.future').count(), noRotation.steps.length - 1);
  }));

test('buttons do the same, and have names', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    const press = (name: string) => player.page.getByRole('button', { name, exact: true }).click();
    await press('Next step');
    await press('Next step');
    await lit(player, 3);
    await press('Back');
    await lit(player, 2);
    await press('First step');
    await lit(player, 1);
    await press('Replay this step');
    await lit(player, 1);
  }));

test('a step back shows exactly what was there before', () =>
  pages.run(async (player) => {
    await player.open(noRotation, { step: 5, openPanels: ['holds', 'life-line', 'transcript'] });
    const before = await shownState(player);
    for (let count = 0; count < 5; count += 1) await player.page.keyboard.press('ArrowRight');
    await lit(player, 11);
    assert.notEqual(await shownState(player), before);
    for (let count = 0; count < 5; count += 1) await player.page.keyboard.press('ArrowLeft');
    await lit(player, 6);
    assert.equal(await shownState(player), before);
  }));

test('the two actors concerned stand out, and nobody else', () =>
  pages.run(async (player) => {
    await player.open(noRotation, { step: 3 });
    assert.deepEqual(await player.page.locator('.name.concerned').allInnerTexts(), ['kube-apiserver', 'RBAC']);
    await player.page.keyboard.press('ArrowRight');
    await lit(player, 5);
    const names = await player.page.locator('.name.concerned').allInnerTexts();
    assert.deepEqual(
      names.map((name) => name.replaceAll('\n', '')),
      ['kube-apiserver', 'kube-controller-manager'],
    );
  }));

test('the scrubber has a named stop for each step and shows the state of each', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    const slider = player.page.getByRole('slider', { name: 'Step' });
    assert.equal(await slider.getAttribute('aria-valuetext'), 'step 1 of 11: looks for a kubeconfig');
    await slider.fill('9');
    await lit(player, 10);
    const stop = 'step 10 of 11: renews its lease with an expired certificate (fails)';
    assert.equal(await slider.getAttribute('aria-valuetext'), stop);
    assert.equal(await player.page.locator('.travelling').count(), 0);
    await slider.press('ArrowLeft');
    await lit(player, 9);
  }));

test('a click on a message goes there', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    await player.page.locator('.message[data-step="6"] .messageText').first().click();
    await lit(player, 7);
  }));

test('the current message is in view, however long the diagram and small the window', () =>
  pages.run(
    async (player) => {
      await player.open(noRotation, {}, { reduceMotion: true });
      for (const key of ['End', 'Home', 'End']) {
        await player.page.keyboard.press(key);
        const inView = await player.page.locator('.stage').evaluate((stage) => {
          const outer = stage.getBoundingClientRect();
          const label = stage.querySelector('.message.now .messageText')?.getBoundingClientRect();
          const names = stage.querySelector('.names')?.getBoundingClientRect();
          if (!label || !names) return false;
          const upright = label.top >= names.bottom && label.bottom <= outer.bottom;
          return upright && label.left >= outer.left - 1 && label.right <= outer.right + 1;
        });
        assert.ok(inView, key);
      }
    },
    { viewport: { width: 320, height: 640 } },
  ));

test('a message travels, and one that fails stops on its way', () =>
  pages.run(async (player) => {
    await player.open(forbidden, { step: 2 });
    await player.page.keyboard.press('ArrowRight');
    const dot = player.page.locator('.message.now .travelling');
    await dot.waitFor();
    await dot.waitFor({ state: 'detached' });
    await player.page.locator('.message.now.fails .mark').waitFor();
    const [cross, receiver] = await player.page.locator('.message.now').evaluate((group) => {
      const arrow = group.querySelector<SVGLineElement>('[data-et="message"]');
      const mark = group.querySelector<SVGGElement>('.mark');
      return [mark?.transform.baseVal.getItem(0).matrix.e ?? 0, arrow?.x2.baseVal.value ?? 0];
    });
    assert.ok(cross < receiver - 10, `${String(cross)} is short of ${String(receiver)}`);
    assert.equal(await player.page.locator('.badge.fails').innerText(), 'Fails');
    assert.match(await player.page.locator('.output pre').innerText(), /is forbidden: User "kubelet-bootstrap"/);
  }));

test('r performs the step again', () =>
  pages.run(async (player) => {
    await player.open(noRotation, { step: 4 });
    await player.page.keyboard.press('r');
    await player.page.locator('.travelling').waitFor();
    await lit(player, 5);
  }));

test('space plays to just before a failure, says so, and plays on when asked', () =>
  pages.run(async (player) => {
    await player.open(forbidden, { step: 1, speed: 8 });
    await player.page.keyboard.press(' ');
    await player.page.getByRole('button', { name: 'Pause' }).waitFor();
    await player.page.locator('.notice').waitFor();
    await lit(player, 3);
    assert.match(await player.page.locator('.notice').innerText(), /the next step fails/);
    await player.page.keyboard.press(' ');
    await lit(player, 5);
    await player.page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  }));

test('space on a focused button presses that button only', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    await player.page.getByRole('button', { name: 'Next step' }).focus();
    await player.page.keyboard.press(' ');
    await lit(player, 2);
    assert.equal(await player.page.getByRole('button', { name: 'Pause' }).count(), 0);
  }));

test('the host steps the player too', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    await player.send({ type: 'transport', action: 'last' });
    await lit(player, 11);
    await player.send({ type: 'transport', action: 'back' });
    await lit(player, 10);
  }));

test('digits and the list choose a scenario', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    await player.page.keyboard.press('1');
    await player.page.keyboard.press('3');
    await player.page.keyboard.press('9');
    await player.page.getByRole('combobox', { name: 'Scenario' }).click();
    await player.page.getByRole('option', { name: 'A cluster that renews' }).click();
    const chosen = (await player.posted()).filter(({ type }) => type === 'choose-scenario');
    assert.deepEqual(chosen, [
      { type: 'choose-scenario', scenario: 'forbidden' },
      { type: 'choose-scenario', scenario: 'renewing' },
    ]);
  }));

test('the sheet of keys is a dialog: it keeps the focus, closes with Escape and gives the focus back', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    const { page } = player;
    await page.getByRole('slider', { name: 'Step' }).focus();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.waitFor();
    assert.match(await sheet.innerText(), /While a file has the keys[\s\S]*Ctrl\+Alt\+\.\s+Next step/);
    for (let count = 0; count < 4; count += 1) await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement?.closest('.stage, .transport, .panel') === null));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'range');
    await lit(player, 1);
  }));
