import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialPlayerState, readPlayerState } from '../../../src/core/protocol/playerState';

const state = initialPlayerState('workspace', 'file:///cluster');

test('a state survives being written as JSON, with and without a folder', () => {
  const builtIn = initialPlayerState('today', undefined);
  assert.deepEqual(readPlayerState(JSON.parse(JSON.stringify(state))), state);
  assert.deepEqual(readPlayerState(JSON.parse(JSON.stringify(builtIn))), builtIn);
});

test('a state keeps the world it was forked to', () => {
  const forked = { ...state, world: { release: '1.30', whatIfs: ['nodeclient'], fork: 2 } };
  assert.deepEqual(readPlayerState(JSON.parse(JSON.stringify(forked))), forked);
});

test('further fields are dropped', () => {
  assert.deepEqual(readPlayerState({ ...state, secret: 'x' }), state);
});

const broken: Record<string, unknown> = {
  nothing: undefined,
  null: null,
  text: 'state',
  list: [state],
  'another version': { ...state, version: 2 },
  'no scenario': { ...state, scenario: '' },
  'a folder that is no text': { ...state, folder: 7 },
  'a step before the first': { ...state, step: -1 },
  'half a step': { ...state, step: 1.5 },
  'no speed': { ...state, speed: 0 },
  'a speed that is no number': { ...state, speed: Number.NaN },
  'too fast': { ...state, speed: 1e9 },
  'a world without a fork': { ...state, world: { release: '1.30', whatIfs: [] } },
  'panels that are no list': { ...state, openPanels: 'holds' },
  'panels that are no texts': { ...state, openPanels: [1] },
};

for (const [name, value] of Object.entries(broken)) {
  test(`no state: ${name}`, () => {
    assert.equal(readPlayerState(value), undefined);
  });
}
