import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flowCatalogue } from '../../../src/core/flow/catalogue';
import { playScenario } from '../../../src/core/flow/playScenario';
import { questionIds, questions, type Question } from '../../../src/core/flow/questions/questions';
import { questionsOf } from '../../../src/core/flow/questions/questionsOf';
import { scenarios } from '../../../src/core/flow/scenarios/index';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';

const kubernetes = createKubernetes(kubernetesData);
const plays = scenarios.map((scenario) => playScenario(scenario, kubernetes));
const asked = plays.map((play) => ({ play, questions: questionsOf(play) }));

/** What the simulation can tell, but no built-in scenario does. */
const untold = new Set(['after-expiry.exits']);

describe('a question before a decisive step', () => {
  for (const id of questionIds) {
    it(`${id} is asked somewhere, and each of its answers is right somewhere`, () => {
      const all = asked.flatMap((one) => one.questions).filter((question) => question.id === id);
      assert.ok(all.length > 0);
      const right = new Set(
        all.flatMap(({ alternatives }) => alternatives.filter((one) => one.right)).map((a) => a.id),
      );
      const { alternatives }: Question = questions[id];
      for (const [alternative, sentences] of Object.entries(alternatives)) {
        if (sentences.length > 0 && !untold.has(`${id}.${alternative}`)) assert.ok(right.has(alternative), alternative);
      }
    });
  }

  it('has one right alternative, and texts for all', () => {
    for (const { alternatives, text } of asked.flatMap((one) => one.questions)) {
      assert.equal(alternatives.filter(({ right }) => right).length, 1);
      assert.ok(alternatives.length >= 3);
      for (const { id } of [text, ...alternatives.flatMap((one) => [one.text, one.why])]) {
        assert.ok(flowCatalogue[id], id);
      }
    }
  });

  it('is asked once in a play, and not at its first step', () => {
    for (const { play, questions: all } of asked) {
      assert.equal(new Set(all.map(({ step }) => step)).size, all.length, play.scenario);
      for (const { step } of all) assert.ok(step > 0 && step < play.steps.length);
    }
  });

  it('is answered as the play goes on', () => {
    const answers = (scenario: string) =>
      Object.fromEntries(
        (asked.find(({ play }) => play.scenario === scenario)?.questions ?? []).map(({ id, alternatives }) => [
          id,
          alternatives.find(({ right }) => right)?.id,
        ]),
      );
    assert.deepEqual(answers('missing-node-bootstrapper'), { token: 'known', ask: 'forbidden' });
    assert.equal(answers('one-year-bomb').renewal, 'nothing');
    assert.equal(answers('kubeadm').renewal, 'itself');
    assert.equal(answers('missing-renewal-binding')['renewal-approve'], 'nobody');
    assert.equal(answers('wrong-token').token, 'unauthorized');
  });
});
