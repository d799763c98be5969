import assert from 'node:assert/strict';
import { it } from 'node:test';

import { scenarioCluster } from '../../../src/core/flow/scenarioCluster';
import { scenarioById } from '../../../src/core/flow/scenarios/index';
import { playOf } from '../../../src/core/flow/playOf';
import { simulate } from '../../../src/core/flow/simulate';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import type { Release } from '../../../src/core/kubernetes/release';

const kubernetes = createKubernetes(kubernetesData);

/** Plays a built-in scenario at a release, and returns its events and steps that say they are only likely. */
function likelyIn(
  id: string,
  release: Release,
): { readonly events: readonly string[]; readonly steps: readonly string[] } {
  const scenario = scenarioById(id);
  assert.ok(scenario);
  const timeline = simulate(scenarioCluster({ ...scenario, release }, kubernetes), { id, ...scenario.run });
  const { steps } = playOf(timeline, scenario.title);
  return {
    events: timeline.events.filter(({ likely }) => likely).map(({ kind }) => kind),
    steps: steps.filter(({ likely }) => likely).map(({ step }) => step),
  };
}

it('an end without renewal is recorded for 1.20 and likely elsewhere (rot.off.expiry)', () => {
  assert.deepEqual(likelyIn('one-year-bomb', '1.12'), { events: ['certificate-expired'], steps: ['expire'] });
  assert.deepEqual(likelyIn('one-year-bomb', '1.20'), { events: [], steps: [] });
});

it('how long a request waits is likely up to 1.13 (rot.wait)', () => {
  assert.ok(likelyIn('serving-nobody-approves', '1.13').events.includes('log'));
  assert.deepEqual(likelyIn('serving-nobody-approves', '1.14').events, []);
});
