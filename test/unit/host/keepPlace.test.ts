import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlowStepId } from '../../../src/core/flow/flowStep';
import type { Play, PlayStep } from '../../../src/core/flow/play';
import { clamp, placeOfStep, samePlace, wantedStepAt } from '../../../src/host/player/keepPlace';

const message = { id: 'none', params: {} };

/** A play of these steps; `!` behind a step's id makes it fail. */
function play(...ids: readonly (FlowStepId | `${FlowStepId}!`)[]): Play {
  const steps = ids.map((id): PlayStep => ({
    step: id.replace('!', '') as FlowStepId,
    t: 0,
    from: 'kubelet',
    to: 'kube-apiserver',
    label: message,
    sentence: message,
    output: '',
    result: id.endsWith('!') ? 'fails' : 'ok',
    holds: [],
    evidence: [],
    assumed: false,
  }));
  return {
    scenario: 'workspace',
    title: message,
    release: '1.36',
    startsAt: 0,
    machines: [],
    steps,
    things: [],
    diagram: '',
    lifeLine: { end: 0, bars: [], node: [] },
    outcome: { sentence: message, ok: true, isKnown: true, t: 0 },
    assumptions: [],
  };
}

test('a play that grows keeps the same occurrence of the same step', () => {
  const before = play('kubelet-start', 'create-csr', 'rotate', 'rotate');
  const after = play('kubelet-start', 'authenticate', 'create-csr', 'rotate', 'approve', 'rotate');
  assert.equal(samePlace(before, 0, after), 0);
  assert.equal(samePlace(before, 1, after), 2);
  assert.equal(samePlace(before, 3, after), 5);
});

test('an occurrence that is gone gives the last one left, a step that is gone the moment before it', () => {
  const before = play('kubelet-start', 'create-csr', 'rotate', 'rotate', 'expire');
  assert.equal(samePlace(before, 3, play('kubelet-start', 'rotate')), 1);
  assert.equal(samePlace(before, 4, play('kubelet-start', 'create-csr', 'node-ready')), 2);
  assert.equal(samePlace(before, 4, play()), 0);
});

test('an index outside a play is brought inside', () => {
  assert.equal(clamp(7, play('kubelet-start', 'create-csr')), 1);
  assert.equal(clamp(0, play()), 0);
  assert.equal(samePlace(play(), 3, play('kubelet-start', 'create-csr')), 1);
});

test('a finding leads to where its step fails, else to where it first happens, else to the moment before', () => {
  assert.equal(placeOfStep(play('create-csr', 'rotate', 'rotate!'), { id: 'rotate' }), 2);
  assert.equal(placeOfStep(play('create-csr', 'rotate', 'rotate'), { id: 'rotate' }), 1);
  assert.equal(placeOfStep(play('kubelet-start', 'create-csr!'), { id: 'expire' }), 1);
  assert.equal(placeOfStep(play('create-csr'), { id: 'kubelet-start' }), 0);
});

test('a step that is named with its number is found again, and one that is gone by its id alone', () => {
  const before = play('create-csr', 'rotate', 'rotate!', 'rotate');
  for (const index of before.steps.keys()) {
    const wanted = wantedStepAt(before, index);
    assert.equal(wanted && placeOfStep(before, wanted), index);
  }
  assert.equal(wantedStepAt(before, 4), undefined);
  assert.equal(placeOfStep(play('create-csr', 'rotate', 'rotate!'), { id: 'rotate', occurrence: 3 }), 2);
});

test('a step that is never reached leads to what fails first, not to what fails again after a restart', () => {
  const refused = play('kubelet-start', 'authorize-create!', 'bootstrap-again', 'authorize-create!');
  assert.equal(placeOfStep(refused, { id: 'approve' }), 1);
});
