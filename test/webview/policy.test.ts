import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageTests } from './playerPage';
import { noRotation, renewing } from './plays';

const pages = new PageTests();

/** Mermaid measures in an element of its own whose style the policy stops; the drawing gets its style another way. */
const MEASURING = 3;

test('the policy stops nothing but what mermaid measures with', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(noRotation, { openPanels: ['holds', 'life-line', 'assumptions', 'transcript'] });
    assert.equal((await player.violations()).length, MEASURING);
    for (const key of ['ArrowRight', 'End', 'r', 'Home']) await page.keyboard.press(key);
    await page.getByRole('combobox', { name: 'Speed' }).click();
    await page.getByRole('option', { name: '2×' }).click();
    await page.getByText('Only what this step changes').click();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    const violations = await player.violations();
    assert.equal(violations.length, MEASURING, violations.join('\n'));
    for (const violation of violations) assert.match(violation, /^style-src-elem /);
  }));

test('under the policy every arrow and label is really drawn', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    const arrows = await player.page.locator('.message [data-et="message"]').evaluateAll((lines) =>
      lines.map((line) => {
        const { stroke, strokeWidth } = getComputedStyle(line);
        return stroke !== 'none' && parseFloat(strokeWidth) >= 1;
      }),
    );
    assert.deepEqual(new Set(arrows), new Set([true]));
    const anchors = await player.page
      .locator('.messageText')
      .evaluateAll((labels) => labels.map((label) => getComputedStyle(label).textAnchor));
    assert.deepEqual(new Set(anchors), new Set(['middle']));
  }));

test('drawing another play takes the style of the one before away', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    await player.open(renewing);
    await player.page.locator('.message').nth(12).waitFor();
    assert.equal(await player.page.evaluate(() => document.querySelectorAll('style').length), 0);
    assert.equal(await player.page.evaluate(() => document.querySelectorAll('[id^="dsequence"]').length), 0);
  }));

test('nothing is asked of any other address', () =>
  pages.run(async (player) => {
    const asked: string[] = [];
    player.page.on('request', (request) => asked.push(request.url()));
    await player.load(player.page.url());
    await player.open(noRotation);
    const { origin } = new URL(player.page.url());
    assert.ok(asked.length >= 3);
    for (const address of asked) assert.equal(new URL(address).origin, origin);
  }));

test('the page stays small', () => {
  const { sizes } = pages;
  assert.ok((sizes.get('/player.js') ?? Infinity) < 1_000_000, String(sizes.get('/player.js')));
  assert.ok((sizes.get('/player.css') ?? Infinity) < 40_000, String(sizes.get('/player.css')));
});
