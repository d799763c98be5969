import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flowCatalogue } from '../../../src/core/flow/catalogue';
import type { Play } from '../../../src/core/flow/play';
import { transcriptOf } from '../../../src/core/flow/play/transcript';
import { playScenario } from '../../../src/core/flow/playScenario';
import { scenarioById, scenarios } from '../../../src/core/flow/scenarios/index';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { renderMessage } from '../../../src/core/messages/message';

const kubernetes = createKubernetes(kubernetesData);

function playOfScenario(id: string): Play {
  const scenario = scenarioById(id);
  assert.ok(scenario);
  return playScenario(scenario, kubernetes);
}

const hostile = [
  '# heading <script>alert(1)</script>',
  '[x](command:y)',
  '- item\n```\n~~~\n| a | b |',
  '1. one & *two* _three_ `four`',
  '💥\u0000\u001b[31m ' + 'x'.repeat(10_000),
];

describe('a transcript', () => {
  for (const { id } of scenarios) {
    it(`of ${id} says each step, its sentence and its output, and leaves no placeholder`, () => {
      const play = playOfScenario(id);
      const text = transcriptOf(play, flowCatalogue);
      const numbers = [...text.matchAll(/^### (\d+)\. /gm)].map(([, number]) => Number(number));
      assert.deepEqual(
        numbers,
        play.steps.map((_, index) => index + 1),
      );
      const plain = text.replaceAll('\\', '');
      for (const { sentence, output } of play.steps) {
        assert.ok(plain.includes(renderMessage(sentence, flowCatalogue).replaceAll('\\', '')));
        assert.ok(plain.includes(output.replaceAll('\\', '')));
      }
      assert.doesNotMatch(text, /\{\w+\}|flow\./);
    });
  }

  it('says what fails, why, and when the node was lost', () => {
    const text = transcriptOf(playOfScenario('one-year-bomb'), flowCatalogue);
    assert.match(text, /\*\*This fails\.\*\*/);
    assert.match(text, /- --bootstrap-kubeconfig: \/etc\/kubernetes\/bootstrap\.kubeconfig \\\(kubelet\.service\\\)/);
    assert.match(text, /- 365 days: NotReady \\\(Unknown\\\)/);
  });

  it('shows whatever stands in the files as text', () => {
    const play = playOfScenario('kubeadm');
    const [first, ...rest] = play.steps;
    assert.ok(first);
    for (const words of hostile) {
      const message = { id: words, params: {} };
      const evidence = [{ setting: words, value: words, origin: { path: words, range: { start: 0, end: 0 } } }];
      const things = [{ kind: 'symlink', path: words, target: words } as const];
      const holds = [{ actor: 'kubelet', name: words, thing: 0, change: 'new' } as const];
      const step = { ...first, label: message, sentence: message, output: words, evidence, holds };
      const text = transcriptOf({ ...play, title: message, steps: [step, ...rest], things }, flowCatalogue);
      const outside = text.replace(/^(`{3,})text\n[^]*?\n\1$/gm, '');
      assert.doesNotMatch(outside, /(?<!\\)[<[`]/);
      assert.equal([...text.matchAll(/^### \d+\. /gm)].length, play.steps.length);
      assert.equal([...outside.matchAll(/^# /gm)].length, 1);
    }
  });
});
