import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playOf } from '../../../src/core/flow/playOf';
import { workspaceRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import { rules } from '../../../src/core/lint/rules/index';
import { placeOfStep } from '../../../src/host/player/keepPlace';
import { examplesOf, lintFiles } from '../../rules/examples';

/** Groups of rules of which some finding is played, by what its step is in the play. */
const seen = { reached: new Set<string>(), missed: new Set<string>() };

for (const { id: rule, group } of rules) {
  test(`a finding of ${rule} leads to its step, else to what fails first, else to the moment before`, () => {
    for (const { bad, expected } of examplesOf(rule)) {
      if (!bad || !expected) continue;
      const { cluster, findings } = lintFiles(bad, expected.release);
      const steps = findings.flatMap((finding) => (finding.rule === rule && finding.step ? [finding.step] : []));
      if (cluster.kubelets.length === 0 || steps.length === 0) continue;
      const play = playOf(simulate(cluster, workspaceRun), { id: 'title', params: {} });
      for (const id of steps) {
        const index = placeOfStep(play, { id });
        const firstFailure = play.steps.findIndex(({ result }) => result === 'fails');
        const isReached = play.steps.some(({ step }) => step === id);
        assert.ok(play.steps[index], `${id} in a play of ${String(play.steps.length)} steps`);
        if (isReached) assert.equal(play.steps[index].step, id);
        else if (firstFailure >= 0) assert.ok(index <= firstFailure, id);
        (isReached ? seen.reached : seen.missed).add(group);
      }
    }
  });
}

test('findings of most groups are seen at their step, and some are of steps that are never reached', () => {
  assert.ok(seen.reached.size >= 4, [...seen.reached].join());
  assert.ok(seen.missed.size >= 1, [...seen.missed].join());
});
