import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { flowCatalogue } from '../../src/core/flow/catalogue';
import { laneOf, lanesOf, type Lane } from '../../src/core/flow/lanes';
import { playScenario } from '../../src/core/flow/playScenario';
import { scenarios } from '../../src/core/flow/scenarios/index';
import { renderMessage } from '../../src/core/messages/message';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { playerTexts } from '../../src/core/protocol/playerTexts';
import { smallestContrast } from './contrast';
import { themes } from './page';
import { PageTests, type PlayerPage } from './playerPage';

const pages = new PageTests();
const screenshots = join(import.meta.dirname, '..', 'screenshots');
mkdirSync(screenshots, { recursive: true });

const kubernetes = createKubernetes(kubernetesData);
const texts = { ...flowCatalogue, ...playerTexts };

function nameOf(lane: Lane | undefined): string {
  const { title = '' } = lane ?? {};
  return typeof title === 'string' ? title : renderMessage(title, texts);
}
const plays = scenarios.map((scenario) => playScenario(scenario, kubernetes));

async function isNotTooWide({ page }: PlayerPage): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `the page is ${String(wide)} pixels too wide`);
}

/** The labels that the cross or the bars of their message cover. */
async function coveredLabels({ page }: PlayerPage): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.message')].flatMap((message) => {
      const mark = message.querySelector('.mark')?.getBoundingClientRect();
      if (!mark) return [];
      const covered = [...message.querySelectorAll('.messageText')].filter((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        return left < mark.right && right > mark.left && top < mark.bottom - 1 && bottom > mark.top + 1;
      });
      return covered.map(({ textContent }) => textContent);
    }),
  );
}

interface Shown {
  readonly lit: string;
  readonly sentence: string;
  readonly concerned: readonly string[];
}

/** What the page shows at each step, from the current one to the last, going on by key. */
async function playedThrough({ page }: PlayerPage): Promise<Shown[]> {
  return page.evaluate(() => {
    const textOf = (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map((part) => part.textContent);
    const shown: Shown[] = [];
    for (;;) {
      const lit = textOf('.message.now .number').join(' ');
      if (lit === shown.at(-1)?.lit) return shown;
      shown.push({ lit, sentence: textOf('.sentence').join(' '), concerned: textOf('.name.concerned').sort() });
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    }
  });
}

test('every scenario is drawn as a picture and can be played through', () =>
  pages.run(async (player) => {
    for (const play of plays) {
      await player.open(play, {}, { texts });
      assert.equal(await player.page.locator('.message').count(), play.steps.length, play.scenario);
      const lanes = lanesOf(play.machines);
      const expected = play.steps.map((step, index) => ({
        lit: String(index + 1),
        sentence: renderMessage(step.sentence, texts),
        concerned: [...new Set([step.from, step.to].map((actor) => nameOf(lanes[laneOf(lanes, actor, step)])))].sort(),
      }));
      assert.deepEqual(await playedThrough(player), expected, play.scenario);
      assert.deepEqual(await coveredLabels(player), [], play.scenario);
      assert.doesNotMatch(await player.page.locator('#player').innerText(), /flow\.\w|player\.\w|\{\w+\}/);
    }
  }));

for (const theme of themes) {
  test(`${theme}: everything that is to be read can be read`, () =>
    pages.run(
      async (player) => {
        const bomb = plays.find(({ scenario }) => scenario === 'one-year-bomb');
        assert.ok(bomb);
        for (const [name, step] of [
          ['beginning', 4],
          ['failure', bomb.steps.length - 1],
        ] as const) {
          await player.open(bomb, { step }, { texts, reduceMotion: true });
          await player.page.locator('.message.now').waitFor();
          const worst = await smallestContrast(player.page);
          assert.ok(worst.ratio >= 4.5, `${worst.text} has a contrast of ${worst.ratio.toFixed(2)}`);
          await player.page.screenshot({ path: join(screenshots, `player-${theme}-${name}.png`), fullPage: true });
        }
      },
      { theme, viewport: { width: 1280, height: 900 } },
    ));

  test(`${theme}: whoever uses the keyboard sees where the focus is`, () =>
    pages.run(
      async (player) => {
        const play = plays[0];
        assert.ok(play);
        await player.open(play, {}, { texts });
        await player.page.locator('.stage').focus();
        const colours = new Set<string>();
        for (const part of ['summary', '.life-bar', '.life-moment', '.scrubber input', '.stage']) {
          const target = player.page.locator(part).first();
          await target.focus();
          await player.page.keyboard.press('Shift');
          const { outlineStyle, outlineWidth, outlineColor } = await target.evaluate((one) => getComputedStyle(one));
          assert.ok(outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, part);
          colours.add(outlineColor);
        }
        assert.equal(colours.size, 1, 'one colour of the focus, that of the theme');
      },
      { theme },
    ));
}

for (const [name, width, height] of [
  ['half a window', 700, 900],
  ['a narrow column', 320, 640],
  ['a quarter of a small screen', 640, 360],
] as const) {
  test(`it can be used in ${name}`, () =>
    pages.run(
      async (player) => {
        const play = plays[0];
        assert.ok(play);
        await player.open(play, { step: 4, openPanels: ['holds', 'life-line', 'transcript'] }, { texts });
        await isNotTooWide(player);
        await player.page.getByRole('button', { name: 'Next step' }).click();
        await player.page.locator('.message.now .number', { hasText: /^6$/ }).waitFor();
        await player.page.screenshot({ path: join(screenshots, `player-${String(width)}.png`) });
      },
      { viewport: { width, height } },
    ));
}
