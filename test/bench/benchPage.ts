import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../editor/browser';
import { servePage, snapshotOf, type ServedPage } from '../webview/page';
import { PlayerPage } from '../webview/playerPage';
import { scenarioPlay, scenarioTexts } from '../webview/scenarioPlays';
import { ratioRow, timingOf } from './measure';
import { busyTimes } from './trace';

const OPENINGS = 20;
const FRAME = 16;
const SCENARIOS = ['today', 'one-year-bomb', 'era-1.7'];

/** Prints how long the page takes to its first picture beside an empty page, and what a whole play asks of the main thread. */
export async function benchPage(): Promise<void> {
  const [browser, served] = await Promise.all([launchBrowser(), servePage()]);
  try {
    await benchFirstPicture(browser, served);
    for (const scenario of SCENARIOS) await benchFrames(browser, served, scenario);
  } finally {
    await browser.close();
    served.close();
  }
}

async function benchFirstPicture(browser: Browser, { url }: ServedPage): Promise<void> {
  const page = await openPage(browser);
  const times: { readonly ours: number[]; readonly empty: number[] } = { ours: [], empty: [] };
  for (let run = -3; run < OPENINGS; run += 1) {
    const ours = await timeTo(page, () => drawFirst(page, url));
    const empty = await timeTo(page, () => page.goto(`${url}empty`));
    if (run >= 0) times.ours.push(ours);
    if (run >= 0) times.empty.push(empty);
  }
  await page.context().close();
  console.log(ratioRow('first picture', timingOf(times.ours), timingOf(times.empty), 'an empty page'));
}

async function drawFirst(page: Page, url: string): Promise<void> {
  const player = new PlayerPage(page);
  await player.load(url);
  await player.open(scenarioPlay('today'), {}, { texts: scenarioTexts });
}

async function timeTo(page: Page, open: () => Promise<unknown>): Promise<number> {
  await page.goto('about:blank');
  const start = performance.now();
  await open();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  return performance.now() - start;
}

/** Plays a scenario to its end, step by step as the Play button does, and reads from a trace what each task of the page took. */
async function benchFrames(browser: Browser, { url }: ServedPage, scenario: string): Promise<void> {
  const page = await openPage(browser);
  const player = new PlayerPage(page);
  await player.load(url);
  const play = scenarioPlay(scenario);
  await player.send(snapshotOf(play, {}, { texts: scenarioTexts }));
  await page.locator('.picture').waitFor();
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  for (let step = 1; step < play.steps.length; step += 1) {
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  }
  const times = busyTimes(await browser.stopTracing());
  await page.context().close();
  const { median, p95 } = timingOf(times);
  const longest = Math.max(...times);
  const over = times.filter((time) => time > FRAME).length;
  console.log(
    `${scenario.padEnd(16)} ${String(play.steps.length)} steps: longest task ${longest.toFixed(1)} ms, median ${median.toFixed(2)} ms, ` +
      `p95 ${p95.toFixed(2)} ms, ${String(over)} of ${String(times.length)} over ${String(FRAME)} ms (aim: none)`,
  );
}
