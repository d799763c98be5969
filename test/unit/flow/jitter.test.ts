import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { jitterOf } from '../../../src/core/flow/clock/jitter';
import { kubernetes } from '../../../src/core/flow/kubernetesFacts';
import { scenarioById } from '../../../src/core/flow/scenarios/index';
import { scenarioCluster } from '../../../src/core/flow/scenarioCluster';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';

function play(jitterSeed?: number): Timeline {
  const scenario = scenarioById('today');
  assert.ok(scenario);
  const run = { id: 'today', ...scenario.run, ...(jitterSeed !== undefined && { jitterSeed }) };
  return simulate(scenarioCluster(scenario, kubernetes), run);
}

/** Where in their lives the certificates of a story are renewed. */
function fractions({ certificates }: Timeline): readonly number[] {
  return certificates.flatMap(({ notBefore, notAfter, rotationAt }) =>
    rotationAt === undefined ? [] : [(rotationAt - notBefore) / (notAfter - notBefore)],
  );
}

describe('the moment of renewal', () => {
  it('is the middle of the window unless a seed is given', () => {
    for (const fraction of fractions(play())) assert.ok(Math.abs(fraction - 0.8) < 1e-9);
  });

  it('lies between 70 % and 90 % of the life for every seed, and fills that window', () => {
    const drawn = Array.from({ length: 5000 }, (_, seed) => jitterOf(seed)('client', 1));
    assert.ok(drawn.every((fraction) => fraction >= 0.7 && fraction < 0.9));
    const tenths = new Set(drawn.map((fraction) => Math.floor((fraction - 0.7) * 50)));
    assert.equal(tenths.size, 10);
    const mean = drawn.reduce((sum, fraction) => sum + fraction, 0) / drawn.length;
    assert.ok(Math.abs(mean - 0.8) < 0.005, String(mean));
  });

  it('is drawn anew for every certificate, and the same for the same seed', () => {
    for (const seed of [0, 1, 2 ** 31, -7]) {
      const story = play(seed);
      const all = fractions(story);
      assert.ok(all.length > 3 && all.every((fraction) => fraction > 0.7 - 1e-9 && fraction < 0.9));
      assert.equal(new Set(all).size, all.length);
      assert.deepEqual(play(seed), story);
    }
    assert.notDeepEqual(fractions(play(1)), fractions(play(2)));
  });
});
