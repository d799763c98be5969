import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextPlayback, startPlayback, type Playback, type PlaybackAction } from '../../webview/player/playback';

const ok = { result: 'ok' } as const;
const fails = { result: 'fails' } as const;
const steps = [ok, ok, ok, fails, ok];

const types = ['first', 'last', 'back', 'step', 'replay', 'play', 'tick', 'pause'] as const;

function after(
  actions: readonly (PlaybackAction | (typeof types)[number])[],
  start = startPlayback(0, 1, steps),
): Playback {
  return actions
    .map((action): PlaybackAction => (typeof action === 'string' ? { type: action } : action))
    .reduce((playback, action) => nextPlayback(playback, action, steps), start);
}

test('it starts paused, at a step of the play', () => {
  assert.deepEqual(startPlayback(2, 2, steps), { step: 2, speed: 2, playing: false, heldBack: false, performances: 0 });
  assert.equal(startPlayback(99, 1, steps).step, 4);
  assert.equal(startPlayback(3, 1, []).step, 0);
});

test('steps and scrubbing stay within the play', () => {
  assert.equal(after(['step', 'step']).step, 2);
  assert.equal(after(['back']).step, 0);
  assert.equal(after(['last', 'step']).step, 4);
  assert.equal(after([{ type: 'go', step: 3 }]).step, 3);
  assert.equal(after([{ type: 'go', step: 70 }]).step, 4);
  assert.equal(after(['last', 'first']).step, 0);
});

test('a step forward and a replay are performed; going anywhere else is only shown', () => {
  assert.equal(after(['step', 'step', 'replay']).performances, 3);
  assert.equal(after(['last', 'back', 'first', { type: 'go', step: 2 }]).performances, 0);
});

test('playing goes on to just before a failure, and there waits for the reader', () => {
  const held = after(['play', 'tick', 'tick', 'tick']);
  assert.deepEqual([held.step, held.playing, held.heldBack], [2, false, true]);
  const on = after(['play'], held);
  assert.deepEqual([on.step, on.playing, on.heldBack], [3, true, false]);
  const end = after(['tick'], on);
  assert.deepEqual([end.step, end.playing], [4, false]);
});

test('a step instead of playing on also passes the failure', () => {
  const on = after(['play', 'tick', 'tick', 'tick', 'step']);
  assert.deepEqual([on.step, on.playing, on.heldBack], [3, false, false]);
});

test('whoever takes over while it plays finds it paused', () => {
  for (const action of ['step', 'back', 'first', 'last', 'replay', 'pause', 'play'] as const) {
    assert.equal(after(['play', 'tick', action]).playing, false, action);
  }
  assert.equal(after(['play', { type: 'go', step: 1 }]).playing, false);
});

test('playing at the end begins again', () => {
  const again = after(['last', 'play']);
  assert.deepEqual([again.step, again.playing], [0, true]);
});

test('a tick that comes late, after a pause, does nothing', () => {
  const paused = after(['play', 'tick', 'pause']);
  assert.equal(nextPlayback(paused, { type: 'tick' }, steps), paused);
});

test('speed changes neither step nor playing', () => {
  const faster = after(['play', { type: 'speed', speed: 4 }]);
  assert.deepEqual([faster.speed, faster.playing, faster.step], [4, true, 0]);
});

test('a play without steps can be asked for anything', () => {
  for (const type of types) {
    const { step, playing } = nextPlayback(startPlayback(0, 1, []), { type }, []);
    assert.deepEqual([step, playing], [0, false], type);
  }
});
