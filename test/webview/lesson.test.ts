import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lessonOf } from '../../src/core/flow/lesson';
import { scenarioById } from '../../src/core/flow/scenarios/index';
import { PageTests } from './playerPage';
import { scenarioPlay, scenarioTexts } from './scenarioPlays';

const pages = new PageTests();
const bomb = scenarioById('one-year-bomb');
const play = scenarioPlay('one-year-bomb');
const stop = play.steps.findIndex(({ result }) => result !== 'ok');

test('a scenario says what it teaches, and what helps only once it has stopped', () =>
  pages.run(async (player) => {
    assert.ok(bomb);
    const rest = { texts: scenarioTexts, lesson: lessonOf(bomb) };
    const lesson = player.page.locator('.lesson');
    await player.open(play, { step: stop - 1 }, rest);
    assert.match(await lesson.innerText(), /^Without rotation everything works for a year\..* from 1\.8 to 1\.36\.$/);
    await player.page.keyboard.press('ArrowRight');
    await lesson.getByText('What helps:').waitFor();
    assert.match(await lesson.innerText(), /Add --rotate-certificates/);
    await player.page.keyboard.press('ArrowLeft');
    assert.equal(await lesson.getByText('What helps:').count(), 0);
  }));

test('a fork and the files of the reader are no lesson', () =>
  pages.run(async (player) => {
    assert.ok(bomb);
    const original = { releases: [], ownRelease: '1.12', changes: [], original: play, whatIfs: [] };
    await player.open(play, { step: stop }, { texts: scenarioTexts, lesson: lessonOf(bomb), worlds: original });
    assert.equal(await player.page.locator('.lesson').getByText('What helps:').count(), 0);
    await player.open(play, { step: stop }, { texts: scenarioTexts });
    assert.equal(await player.page.locator('.lesson').isVisible(), false);
  }));
