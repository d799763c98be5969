import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { playOf } from '../../../src/core/flow/playOf';
import { DAY, type ScenarioRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import type { HeldItem, Play } from '../../../src/core/flow/play';
import { handMadeCluster, type HandMade, type ShortBinding } from './handMadeCluster';

const PREFIX = 'system:certificates.k8s.io:certificatesigningrequests:';
const BINDINGS: readonly ShortBinding[] = [
  ['system:node-bootstrapper', 'Group:system:bootstrappers'],
  [`${PREFIX}nodeclient`, 'Group:system:bootstrappers'],
  [`${PREFIX}selfnodeclient`, 'Group:system:nodes'],
];
const ROTATING: HandMade = { release: '1.20', bindings: BINDINGS, kubelet: { 'rotate-certificates': true } };

function play(parts: HandMade, run: Partial<ScenarioRun> = {}): Play {
  const timeline = simulate(handMadeCluster(parts), { id: 'test', ...run });
  return playOf(timeline, { id: 'title', params: {} });
}

function held(items: readonly HeldItem[], name: string): HeldItem | undefined {
  return items.find((item) => item.name === name);
}

describe('a play', () => {
  it('tells the first renewal and counts the others', () => {
    const decade = play(ROTATING, { until: 3650 * DAY });
    assert.ok(decade.steps.length <= 25, String(decade.steps.length));
    const last = decade.steps.at(-1);
    assert.equal(last?.sentence.id, 'flow.step.renewed-client');
    assert.equal(last.sentence.params.count, '11');
    assert.equal(decade.lifeLine.bars.filter(({ purpose }) => purpose === 'client').length, 13);
  });

  it('takes a request that is cleaned away for none that waits', () => {
    const { steps } = play(ROTATING, { until: 3 * 3600 });
    assert.deepEqual(
      steps.filter(({ result }) => result === 'waits'),
      [],
    );
  });

  it('marks what changes at a step, and only there', () => {
    const { steps } = play(ROTATING, { until: 60 });
    const changes = steps.map(({ holds }) => held(holds, 'node node-1')?.change);
    assert.deepEqual(
      changes.filter((change) => change !== undefined),
      ['new', 'changed'],
    );
    for (const { holds } of steps) {
      const names = holds.map(({ actor, name }) => `${actor} ${name}`);
      assert.equal(new Set(names).size, names.length);
    }
  });

  it('holds at a step what the steps so far have brought, however the story goes on', () => {
    const short = play(ROTATING, { until: 60 }).steps;
    const long = play(ROTATING, { until: 300 * DAY }).steps;
    assert.deepEqual(
      long.slice(0, short.length).map(({ holds }) => holds),
      short.map(({ holds }) => holds),
    );
  });

  it('says that a request waits when nobody decides about it', () => {
    const { steps, outcome } = play(
      {
        ...ROTATING,
        controllerManager: { controllers: '*,-csrapproving' },
      },
      { until: 600 },
    );
    assert.equal(steps.find(({ step }) => step === 'approve')?.result, 'waits');
    assert.equal(outcome.sentence.id, 'flow.outcome.stuck-pending');
  });

  it('says that an approved request stays without a certificate, and counts no renewal of it', () => {
    const { steps, outcome } = play(
      { ...ROTATING, controllerManager: { controllers: '*,-csrsigning' } },
      { until: 30 * DAY },
    );
    const unsigned = steps.find(({ step }) => step === 'sign');
    assert.equal(unsigned?.sentence.id, 'flow.step.nobody-signs');
    assert.equal(unsigned.result, 'waits');
    assert.equal(outcome.sentence.id, 'flow.outcome.never-issued');
    const told = steps.map(({ sentence }) => sentence.id);
    assert.deepEqual(
      told.filter((id) => id.startsWith('flow.step.renewed')),
      [],
    );
  });

  it('of a story that ends because it is long says what goes on, not that it ends', () => {
    const parts = { ...ROTATING, controllerManager: { 'cluster-signing-duration': '1h' } };
    for (let maxEvents = 300; maxEvents < 330; maxEvents += 1) {
      const { sentence } = play(parts, { maxEvents }).outcome;
      assert.equal(sentence.id, 'flow.outcome.ready-and-renewing', String(maxEvents));
    }
  });

  it('says that nothing built in approves a serving request', () => {
    const { steps } = play(
      { ...ROTATING, kubelet: { ...ROTATING.kubelet, 'rotate-server-certificates': true } },
      { until: 60 },
    );
    const waits = steps.find(({ step }) => step === 'serving-approve');
    assert.equal(waits?.sentence.id, 'flow.step.nobody-approves-serving');
    assert.equal(waits.result, 'waits');
  });

  it('marks the steps that rest on an assumption', () => {
    const { steps, assumptions } = play(ROTATING, { until: 60 });
    assert.ok(assumptions.length > 0);
    assert.equal(steps[0]?.assumed, false);
    assert.equal(steps.at(-1)?.assumed, true);
  });
});
