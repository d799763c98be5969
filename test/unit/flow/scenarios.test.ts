import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

import { wordsOf } from './heldWords';
import { flowCatalogue } from '../../../src/core/flow/catalogue';
import { isFlowStepId } from '../../../src/core/flow/flowStep';
import type { Play } from '../../../src/core/flow/play';
import { playScenario } from '../../../src/core/flow/playScenario';
import { scenarioById, scenarios } from '../../../src/core/flow/scenarios/index';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import type { Release } from '../../../src/core/kubernetes/release';
import { renderMessage, type Message } from '../../../src/core/messages/message';

const kubernetes = createKubernetes(kubernetesData);
const plays = new Map(scenarios.map((scenario) => [scenario.id, playScenario(scenario, kubernetes)]));

function playOfId(id: string): Play {
  const play = plays.get(id);
  assert.ok(play, id);
  return play;
}

function messagesOf({ title, outcome, assumptions, steps, things }: Play): readonly Message[] {
  return [
    title,
    outcome.sentence,
    ...assumptions,
    ...steps.flatMap(({ label, sentence }) => [label, sentence]),
    ...things.flatMap(wordsOf),
  ];
}

describe('built-in scenarios', () => {
  it('are all listed: one file each, named after its id', () => {
    const folder = new URL('../../../src/core/flow/scenarios/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name !== 'index.ts');
    assert.deepEqual(scenarios.map(({ id }) => `${id}.ts`).sort(), files.sort());
    for (const { id } of scenarios) assert.equal(scenarioById(id)?.id, id);
    assert.equal(scenarioById('nothing'), undefined);
  });

  for (const scenario of scenarios) {
    describe(scenario.id, () => {
      const play = playOfId(scenario.id);

      it('has a text for every message', () => {
        for (const message of [...messagesOf(play), scenario.teaches, ...(scenario.repair ? [scenario.repair] : [])]) {
          const text = renderMessage(message, flowCatalogue);
          assert.notEqual(text, message.id);
          assert.doesNotMatch(text, /\{\w+\}/, message.id);
        }
      });

      it('stops at the step it names, and does the same in all of its era and not beyond', () => {
        const { release, era, stops } = scenario;
        const told = (at: Release): string => {
          const { steps, outcome } = playScenario({ ...scenario, release: at }, kubernetes);
          return [...new Set(steps.map(({ step, result }) => `${step} ${result}`)), outcome.sentence.id].join(', ');
        };
        assert.equal(play.steps.find(({ result }) => result !== 'ok')?.step, stops);
        const own = told(release);
        const { all } = kubernetes.releases;
        const [first, last] = [all.indexOf(era[0]), all.indexOf(era[1])];
        assert.ok(first >= 0 && last >= first);
        for (const at of all.slice(first, last + 1)) assert.equal(told(at), own, at);
        for (const beyond of [all[first - 1], all[last + 1]]) {
          if (beyond !== undefined) assert.notEqual(told(beyond), own, beyond);
        }
      });

      it('says each step in at most 25 words', () => {
        for (const { sentence } of play.steps) {
          const text = renderMessage(sentence, flowCatalogue);
          assert.ok(text.split(/\s+/).length <= 25, text);
        }
      });

      it('is short enough to be followed', () => {
        assert.ok(play.steps.length >= 5 && play.steps.length <= 28, String(play.steps.length));
      });

      it('goes forward in time, through known steps, with one arrow each', () => {
        play.steps.reduce((before, { t }) => {
          assert.ok(t >= before);
          return t;
        }, 0);
        for (const { step } of play.steps) assert.ok(isFlowStepId(step));
        const arrows = play.diagram.split('\n').filter((line) => /-(?:->>|>>|x)/.test(line));
        assert.equal(arrows.length, play.steps.length);
      });

      it('rests on its files alone', () => {
        assert.deepEqual(play.assumptions, []);
        const paths = new Set(scenario.files.map(({ path }) => path));
        const places = play.steps.flatMap(({ evidence }) => evidence.flatMap(({ origin }) => origin ?? []));
        assert.ok(places.length > 0);
        for (const { path, range } of places) {
          assert.ok(paths.has(path), path);
          const text = scenario.files.find((file) => file.path === path)?.text ?? '';
          assert.ok(range.start < range.end && range.end <= text.length);
        }
      });

      it('ends well, or says how it could', () => {
        assert.ok(play.outcome.ok || scenario.repair !== undefined);
      });

      it('shows no token', () => {
        assert.doesNotMatch(JSON.stringify(play), /[a-z0-9]{6}\.[a-z0-9]{16}|[0-9a-f]{32}/);
      });
    });
  }
});

describe('what each scenario teaches', () => {
  it('today: Ready, and renewing for ever', () => {
    const play = playOfId('today');
    assert.equal(play.outcome.ok, true);
    assert.equal(play.outcome.sentence.id, 'flow.outcome.ready-and-renewing');
    assert.match(renderMessage(play.outcome.sentence, flowCatalogue), /after about 292 days/);
  });

  it('1.8: serving certificates come by themselves', () => {
    const approved = playOfId('era-1.8').steps.filter(({ step }) => step === 'serving-approve');
    assert.equal(approved[0]?.label.id, 'flow.step.approved.label');
  });

  const ends: Readonly<Record<string, string>> = {
    'manual-approval': 'ready-and-renewing',
    kubeadm: 'ready-and-renewing',
    'serving-approver': 'ready-and-renewing',
    'ten-minute-certificates': 'ready-and-renewing',
    'automatic-approval': 'ready-and-renewing',
    'token-file': 'ready-and-renewing',
    'serving-approved-by-itself': 'ready-and-renewing',
    'malformed-token': 'exited',
    'wrong-token': 'exited',
    'expired-token': 'exited',
    'csr-denied': 'exited',
    'api-server-other-ca': 'exited',
    'upgrade-removed-gate': 'exited',
    'controller-disabled': 'stuck-pending',
    'signing-key-missing': 'never-issued',
    'missing-renewal-binding': 'exited-later',
    'node-off-for-a-year': 'exited-later',
    'embedded-certificate': 'exited-later',
    'bomb-without-bootstrap-file': 'exited-later',
    'ca-changed': 'unreachable-later',
    'ten-year-certificates': 'not-ready-after-expiry',
    'bomb-restarted': 'ready-until-expiry',
    'era-1.7': 'ready-until-expiry',
  };
  for (const [id, end] of Object.entries(ends)) {
    it(`${id} ends ${end}`, () => {
      assert.equal(playOfId(id).outcome.sentence.id, `flow.outcome.${end}`);
    });
  }

  const lastWords: Readonly<Record<string, RegExp>> = {
    'wrong-token': /cannot create certificate signing request: Unauthorized$/,
    'csr-denied': /certificate signing request is denied, reason: KubectlDeny, message: This CSR was denied/,
    'api-server-other-ca': /x509: certificate signed by unknown authority$/,
    'upgrade-removed-gate': /^unrecognized feature gate: RotateKubeletClientCertificate$/,
    'node-off-for-a-year':
      /unable to load bootstrap kubeconfig: stat \/etc\/kubernetes\/bootstrap-kubelet\.conf: no such file/,
  };
  for (const [id, words] of Object.entries(lastWords)) {
    it(`${id} shows the real program's words`, () => {
      const outputs = playOfId(id)
        .steps.filter(({ result }) => result === 'fails')
        .map(({ output }) => output);
      assert.ok(
        outputs.some((output) => words.test(output)),
        outputs.join('\n'),
      );
    });
  }

  it('1.7: the renewed certificate is used only after a restart', () => {
    const { steps, outcome } = playOfId('era-1.7');
    const order = steps.map(({ sentence }) => sentence.id);
    const at = (id: string): number => order.indexOf(`flow.step.${id}`);
    assert.ok(at('store-renewed') > 0);
    assert.ok(at('not-ready') > at('store-renewed'));
    assert.ok(order.lastIndexOf('flow.step.ready') > at('start-again'));
    assert.equal(outcome.ok, true);
  });

  it('the bomb: NotReady after a year, because of rotation', () => {
    const { steps, outcome } = playOfId('one-year-bomb');
    const last = steps.at(-1);
    assert.equal(last?.step, 'node-not-ready');
    assert.equal(last.result, 'fails');
    assert.ok(Math.abs(last.t / 86_400 - 365) < 0.01);
    assert.equal(last.evidence[0]?.setting, '--rotate-certificates');
    assert.equal(outcome.ok, false);
  });

  it('the missing binding: 403, exit 255, and nothing changes by starting again', () => {
    const { steps, outcome } = playOfId('missing-node-bootstrapper');
    const answer = steps.find(({ sentence }) => sentence.id === 'flow.step.answer-403');
    assert.match(answer?.output ?? '', /is forbidden: User "kubelet-bootstrap" cannot create resource/);
    assert.equal(steps.at(-1)?.sentence.params.count, '2');
    assert.equal(outcome.sentence.id, 'flow.outcome.exited');
  });
});
