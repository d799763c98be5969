import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { behaviourOf } from '../../../src/core/flow/behaviour';
import { flowCatalogue } from '../../../src/core/flow/catalogue';
import { playScenario } from '../../../src/core/flow/playScenario';
import { scenarioById } from '../../../src/core/flow/scenarios/index';
import { firstDivergence } from '../../../src/core/flow/worlds/firstDivergence';
import { changesBetween, releaseChanges } from '../../../src/core/flow/worlds/releaseChanges';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { minorOf, releaseOf, type Release } from '../../../src/core/kubernetes/release';

const kubernetes = createKubernetes(kubernetesData);
const { facts } = JSON.parse(readFileSync(new URL('../../../data/behaviour.json', import.meta.url), 'utf8')) as {
  facts: readonly { id: string }[];
};

function play(id: string, release?: Release) {
  const scenario = scenarioById(id);
  assert.ok(scenario);
  return playScenario(release ? { ...scenario, release } : scenario, kubernetes);
}

describe('what a release changes', () => {
  for (const { release, id, fact, behaviour } of releaseChanges) {
    it(`${release}: ${id} is what the simulation does, has a source and a sentence`, () => {
      const before = behaviourOf(releaseOf(minorOf(release) - 1));
      assert.notDeepEqual(before[behaviour], behaviourOf(release)[behaviour]);
      assert.ok(
        facts.some((row) => row.id === fact),
        fact,
      );
      assert.ok(flowCatalogue[`flow.release.${id}`]);
    });
  }

  it('names every release at which the kubelet begins to behave otherwise', () => {
    const unnamed = [
      'bootstrapFlag',
      'nodeMonitorGrace',
      'nodeBindingForGroup',
      'certificateDirectory',
      'requestWait',
      'retryInterval',
    ];
    for (let minor = 5; minor <= 36; minor += 1) {
      const [before, now] = [behaviourOf(releaseOf(minor - 1)), behaviourOf(releaseOf(minor))];
      for (const key of Object.keys(now) as (keyof typeof now)[]) {
        if (before[key] === now[key] || unnamed.includes(key)) continue;
        assert.ok(
          releaseChanges.some(({ release, behaviour }) => release === releaseOf(minor) && behaviour === key),
          `1.${String(minor)} ${key}`,
        );
      }
    }
  });

  it('is told on the way from one release to another, in either direction', () => {
    const there = changesBetween('1.10', '1.12');
    assert.deepEqual([...new Set(there.map(({ release }) => release))], ['1.11', '1.12']);
    assert.deepEqual(changesBetween('1.12', '1.10'), there);
    assert.deepEqual(changesBetween('1.20', '1.20'), []);
  });
});

describe('two worlds', () => {
  it('part where something else happens', () => {
    const [old, today] = [play('era-1.8', '1.10'), play('era-1.8', '1.11')];
    const parts = firstDivergence(old, today);
    assert.notEqual(parts, undefined);
    assert.equal(firstDivergence(today, old), parts);
  });

  it('are the same as long as nothing but names and moments differs', () => {
    assert.equal(firstDivergence(play('today'), play('today', '1.35')), undefined);
  });

  it('part where one of them ends', () => {
    const { steps } = play('kubeadm');
    assert.equal(firstDivergence({ steps }, { steps: steps.slice(0, 5) }), 5);
  });
});
