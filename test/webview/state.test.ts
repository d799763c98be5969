import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageTests } from './playerPage';
import { noRotation, renewing } from './plays';

const pages = new PageTests();

test('every change is kept in the page and told to the host', () =>
  pages.run(async (player) => {
    await player.open(noRotation, { folder: 'file:///cluster' });
    await player.page.keyboard.press('ArrowRight');
    await player.page.locator('summary', { hasText: 'Transcript' }).click();
    await player.page.locator('.transcript').waitFor();
    const expected = {
      version: 1,
      scenario: 'no-rotation',
      folder: 'file:///cluster',
      step: 1,
      speed: 1,
      openPanels: ['holds', 'life-line', 'transcript'],
    };
    await player.page.waitForFunction(() => sessionStorage.getItem('state')?.includes('transcript'));
    assert.deepEqual((await player.posted()).at(-1), {
      type: 'state-changed',
      state: expected,
      finished: false,
      moves: 1,
    });
    const kept = await player.page.evaluate(() => sessionStorage.getItem('state'));
    assert.deepEqual(JSON.parse(kept ?? ''), {
      ...expected,
      onlyChanges: false,
      openHeld: [],
      asks: true,
      answers: {},
    });
  }));

test('the last step finishes the play', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    await player.page.keyboard.press('End');
    await player.page.waitForFunction(() => sessionStorage.getItem('state')?.includes('"step":10'));
    const last = (await player.posted()).at(-1);
    assert.ok(last?.type === 'state-changed' && last.finished);
  }));

test('a reloaded page brings its state along and comes back where it was, paused', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(noRotation, { step: 3, speed: 0.5 });
    await page.getByText('Only what this step changes').click();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await player.load(page.url());
    const [ready] = await player.posted();
    assert.ok(ready?.type === 'ready' && ready.state);
    assert.equal(ready.state.step, 3);
    await player.open(noRotation, ready.state);
    assert.equal(await player.lit(), '4');
    assert.equal(await page.getByRole('button', { name: 'Pause' }).count(), 0);
    assert.ok(await page.getByRole('checkbox', { name: 'Only what this step changes' }).isChecked());
    assert.equal(await page.getByRole('combobox', { name: 'Speed' }).getAttribute('current-value'), '0.5');
  }));

for (const [name, kept] of [
  ['of another version', '{"version":7,"scenario":"x","step":2,"speed":1,"openPanels":[]}'],
  ['that is broken', '{"version":1,"step":"two"}'],
] as const) {
  test(`a kept state ${name} is left behind`, () =>
    pages.run(async (player) => {
      await player.page.evaluate((state) => {
        sessionStorage.setItem('state', state);
      }, kept);
      await player.load(player.page.url());
      assert.deepEqual(await player.posted(), [{ type: 'ready' }]);
    }));
}

test('the next snapshot replaces all: step, panels, scenario', () =>
  pages.run(async (player) => {
    await player.open(noRotation, { step: 10 });
    await player.open(renewing, { step: 12, openPanels: [] });
    await player.page.locator('h1', { hasText: 'A cluster that renews' }).waitFor();
    await player.page.locator('.message').nth(12).waitFor();
    assert.equal(await player.lit(), '13');
    assert.equal(await player.page.locator('details[open]').count(), 0);
    assert.equal(await player.page.locator('.fails').count(), 0);
  }));

test('a step beyond the play stands at its last', () =>
  pages.run(async (player) => {
    await player.open(noRotation, { step: 99 });
    assert.equal(await player.lit(), '11');
  }));

test('a problem is shown, what was there stays, and it goes with the next snapshot', () =>
  pages.run(async (player) => {
    await player.open(noRotation, { step: 2 });
    await player.send({ type: 'problem', text: 'No cluster in <b>this</b> folder.' });
    const alert = player.page.getByRole('alert');
    await alert.getByText('No cluster in <b>this</b> folder.').waitFor();
    assert.equal(await player.lit(), '3');
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await alert.waitFor({ state: 'hidden' });
    await player.send({ type: 'problem', text: 'again' });
    await alert.waitFor();
    await player.open(noRotation);
    await alert.waitFor({ state: 'hidden' });
  }));

test('a problem before the first play is shown as well', () =>
  pages.run(async (player) => {
    await player.send({ type: 'problem', text: 'No cluster here.' });
    await player.page.getByRole('alert').getByText('No cluster here.').waitFor();
  }));

test('what is no message of the host is ignored', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    await player.send({ type: 'snapshot', play: { steps: 'many' } });
    await player.send({ type: 'transport', action: 'explode' });
    await player.send({ type: 'transport', action: 'step' });
    await player.page.locator('.message.now .number', { hasText: /^2$/ }).waitFor();
  }));

test('who moves while a snapshot is on its way stays there', () =>
  pages.run(async (player) => {
    await player.open(noRotation, { step: 1 }, { after: 0 });
    await player.page.keyboard.press('ArrowRight');
    await player.page.keyboard.press('ArrowRight');
    await player.open(noRotation, { step: 1 }, { after: 0 });
    assert.equal(await player.lit(), '4');
    const last = (await player.posted()).at(-1);
    assert.ok(last?.type === 'state-changed' && last.state.step === 3 && last.moves === 2);
  }));

test('the host leads on when it knows of every move, means a step, or brings another play', () =>
  pages.run(async (player) => {
    await player.open(noRotation, { step: 1 }, { after: 0 });
    await player.page.keyboard.press('ArrowRight');
    await player.open(noRotation, { step: 4 }, { after: 1 });
    assert.equal(await player.lit(), '5');
    await player.page.keyboard.press('ArrowRight');
    await player.open(noRotation, { step: 1 });
    assert.equal(await player.lit(), '2');
    await player.page.keyboard.press('ArrowRight');
    await player.open(renewing, { step: 1 }, { after: 0 });
    assert.equal(await player.lit(), '2');
  }));
