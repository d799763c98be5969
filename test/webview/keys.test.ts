import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyAction } from '../../webview/player/keys';
import { readingTime } from '../../webview/player/readingTime';
import { Texts } from '../../webview/texts';
import { DAY } from './plays';

test('keys ask for what the sheet of keys says', () => {
  const playback = (type: string) => ({ type: 'playback', action: { type } });
  assert.deepEqual(keyAction(' '), playback('play'));
  assert.deepEqual(keyAction('ArrowRight'), playback('step'));
  assert.deepEqual(keyAction('ArrowLeft'), playback('back'));
  assert.deepEqual(keyAction('Home'), playback('first'));
  assert.deepEqual(keyAction('End'), playback('last'));
  assert.deepEqual(keyAction('r'), playback('replay'));
  assert.deepEqual(keyAction('?'), { type: 'sheet' });
  assert.deepEqual(keyAction('1'), { type: 'scenario', index: 0 });
  assert.deepEqual(keyAction('9'), { type: 'scenario', index: 8 });
});

test('other keys mean nothing to the player', () => {
  for (const key of ['0', 'a', 'R1', 'Tab', 'Enter', 'Escape', 'ArrowUp', 'ArrowDown', '', 'F5']) {
    assert.equal(keyAction(key), undefined, key);
  }
});

test('longer sentences get more time, up to a limit, in either script', () => {
  const short = readingTime('The kubelet starts.');
  const long = readingTime('The kubelet starts. There is no kubeconfig yet, so the node has no identity.');
  assert.ok(short < long);
  assert.ok(readingTime('控制器批准了该请求，因为角色已绑定。') > readingTime('控制器批准'));
  assert.equal(readingTime('word '.repeat(10_000)), readingTime('word '.repeat(100_000)));
  assert.ok(readingTime('') > 0);
});

test('moments are said in the unit that says enough', () => {
  const texts = new Texts({});
  const said = [-300, 0, 0.44, 6.2, 16, 306, 2 * 3600, 2 * DAY, 365 * DAY].map((seconds) => texts.time(seconds));
  assert.deepEqual(said, ['0 s', '0 s', '0.4 s', '6.2 s', '16 s', '5 min', '2 h', '2 days', '365 days']);
});

test('a text that the host lacks is said in English', () => {
  const texts = new Texts({ 'player.step': '下一步' });
  assert.equal(texts.own('player.step'), '下一步');
  assert.equal(texts.own('player.back'), 'Back');
  assert.equal(texts.own('player.position', { step: '4', steps: '12' }), 'Step 4 of 12');
});
