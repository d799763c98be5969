import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionsOf } from '../../src/core/flow/questions/questionsOf';
import { Quiz } from '../../webview/player/quiz';
import { PageTests } from './playerPage';
import { scenarioPlay, scenarioTexts } from './scenarioPlays';

const pages = new PageTests();
const refused = scenarioPlay('missing-node-bootstrapper');
const [token, ask] = questionsOf(refused);
assert.ok(token && ask);

test('a step is stopped at until its question is answered rightly, and never by who wants no questions', () => {
  const quiz = new Quiz(refused);
  const asked = (asks: boolean, answers = {}) =>
    quiz.stops(refused, asks, answers).flatMap((stop, index) => (stop.asked === true ? [index] : []));
  assert.deepEqual(asked(true), [token.step, ask.step]);
  assert.deepEqual(asked(false), []);
  const wrong = quiz.answer(ask.step - 1, 'allowed', {});
  assert.deepEqual(asked(true, wrong), [token.step, ask.step]);
  const right = quiz.answer(ask.step - 1, 'forbidden', wrong);
  assert.deepEqual(asked(true, right), [token.step]);
  assert.equal(quiz.answer(ask.step - 1, 'unauthorized', right), right, 'an answered question stays answered');
  assert.equal(quiz.answer(0, 'allowed', right), right, 'nothing is asked there');
});

test('a wrong answer says why, the right one says so, and both stay through a reload', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(refused, { step: ask.step - 1 }, { texts: scenarioTexts });
    const box = page.locator('.question');
    assert.match(await box.innerText(), /May this user create a CertificateSigningRequest\?/);
    await box.getByRole('button', { name: '401 Unauthorized' }).click();
    await box.getByText('401 is about who somebody is').waitFor();
    assert.equal(await player.lit(), String(ask.step), 'answering does not move the play');
    const next = page.locator('.message.future').first();
    assert.ok(await next.isHidden(), 'the picture does not give the answer away');
    await box.getByRole('button', { name: '403 Forbidden' }).click();
    await box.getByText('Yes, that is what happens').waitFor();
    assert.ok(await next.isVisible());
    await player.load(page.url());
    await player.open(refused, { step: ask.step - 1 }, { texts: scenarioTexts });
    await box.getByText('Yes, that is what happens').waitFor();
    assert.equal(await box.locator('.wrong').count(), 1);
    await page.keyboard.press('ArrowRight');
    assert.ok(await box.getByRole('button').first().isHidden());
  }));

test('a question blocks nothing: steps pass it, and it can be switched off', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(refused, { step: token.step - 1 }, { texts: scenarioTexts });
    const box = page.locator('.question');
    await box.getByRole('button', { name: /^It answers 401/ }).waitFor();
    await page.keyboard.press('ArrowRight');
    assert.equal(await player.lit(), String(token.step + 1));
    await box.getByRole('checkbox').click();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await box.getByRole('button').count(), 0);
  }));

test('playing pauses before a question, and says so', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(refused, { step: token.step - 1, speed: 8 }, { texts: scenarioTexts });
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByText('Paused: what comes next?').waitFor();
    assert.equal(await player.lit(), String(token.step));
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.locator('.message.now .number', { hasText: String(token.step + 1) }).waitFor();
  }));
