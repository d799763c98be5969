import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { wordsOf } from './heldWords';
import { flowCatalogue } from '../../../src/core/flow/catalogue';
import { playOf } from '../../../src/core/flow/playOf';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline, TimelineEvent } from '../../../src/core/flow/timeline';
import { renderMessage } from '../../../src/core/messages/message';
import { handMadeCluster } from './handMadeCluster';
import { randomCase } from './randomCluster';

const SEEDS = Array.from({ length: 1000 }, (_, index) => index + 1);

const timelines = new Map(SEEDS.map((seed) => [seed, timelineOf(seed)]));

function timelineOf(seed: number): Timeline {
  const { cluster, run } = randomCase(seed);
  return simulate(handMadeCluster(cluster), run);
}

/** Runs a check on every story and names the first that fails. */
function always(check: (timeline: Timeline, seed: number) => void): void {
  for (const [seed, timeline] of timelines) {
    try {
      check(timeline, seed);
    } catch (error) {
      throw new Error(`seed ${String(seed)}: ${JSON.stringify(randomCase(seed))}`, { cause: error });
    }
  }
}

function byName(timeline: Timeline, kind: TimelineEvent['kind']): ReadonlyMap<unknown, readonly TimelineEvent[]> {
  const map = new Map<unknown, TimelineEvent[]>();
  for (const event of timeline.events.filter((one) => one.kind === kind)) {
    const events = map.get(event.details.name) ?? [];
    map.set(event.details.name, [...events, event]);
  }
  return map;
}

describe('whatever the cluster and the faults', () => {
  it('the story ends, in order of time, within the time asked for', () => {
    const outcomes = new Set<string>();
    always((timeline, seed) => {
      const { run } = randomCase(seed);
      timeline.events.reduce((before, { t }) => {
        assert.ok(t >= before && t <= (run.until ?? 0) + 0.001);
        return t;
      }, 0);
      assert.ok(timeline.events.length <= 5000);
      outcomes.add(timeline.outcome.id);
    });
    assert.ok(outcomes.size >= 8, [...outcomes].join());
  });

  it('the same input gives the same story', () => {
    for (const seed of SEEDS.slice(0, 100)) assert.deepEqual(timelineOf(seed), timelines.get(seed));
  });

  it('nothing is signed that was not approved before, and nothing twice', () => {
    always((timeline) => {
      const approvals = byName(timeline, 'csr-approve');
      const creations = byName(timeline, 'csr-create');
      for (const [name, signed] of byName(timeline, 'csr-sign')) {
        const approved = approvals.get(name) ?? [];
        assert.ok(signed.length <= approved.length);
        assert.ok(approved.length <= (creations.get(name) ?? []).length);
        signed.forEach(({ t }, index) => {
          assert.ok((approved[index]?.t ?? Infinity) <= t);
        });
      }
    });
  });

  it('nothing is approved automatically in the name of somebody who may not have it', () => {
    always((timeline) => {
      for (const { kind, actor, evidence, details } of timeline.events) {
        if (kind !== 'csr-approve' || actor !== 'kube-controller-manager') continue;
        assert.ok(evidence.length > 0, String(details.name));
      }
    });
  });

  it('nobody creates a request that the API server has just refused', () => {
    always((timeline) => {
      timeline.events.forEach((event, index) => {
        if (event.kind !== 'csr-create') return;
        const decision = timeline.events.slice(0, index).findLast(({ kind }) => kind === 'api-request');
        assert.deepEqual(
          [decision?.details.phase, decision?.details.allowed, decision?.t],
          ['authorize', true, event.t],
        );
        assert.equal(decision?.details.username, event.details.username);
      });
    });
  });

  it('a node is Ready only while it holds a certificate that is valid then', () => {
    always((timeline) => {
      const client = timeline.certificates.filter(({ purpose }) => purpose === 'client');
      for (const event of timeline.events.filter(({ kind }) => kind === 'node-ready' || kind === 'node-register')) {
        assert.ok(client.some(({ notBefore, notAfter }) => notBefore <= event.t && event.t <= notAfter));
      }
      const last = timeline.node.at(-1);
      if (last?.ready !== 'True') return;
      assert.ok(['ready-and-renewing', 'ready-until-expiry', 'exited'].includes(timeline.outcome.id));
    });
  });

  it('the certificates of a timeline lie in files that exist, and a symlink points at a file', () => {
    always((timeline) => {
      const files = new Set(timeline.files.map(({ path }) => path));
      for (const { file } of timeline.certificates) assert.ok(files.has(file), file);
      for (const { target } of timeline.files) assert.ok(target === undefined || files.has(target), target);
    });
  });

  it('a play can be made of it: short, with words for everything, and no token', () => {
    let longest = 0;
    always((timeline) => {
      const play = playOf(timeline, { id: 'flow.scenario.today.title', params: {} });
      longest = Math.max(longest, play.steps.length);
      const told = play.steps.flatMap(({ label, sentence }) => [label, sentence]);
      for (const message of [...told, ...play.things.flatMap(wordsOf)]) {
        const text = renderMessage(message, flowCatalogue);
        assert.notEqual(text, message.id);
        assert.doesNotMatch(text, /\{\w+\}|undefined|NaN|null/);
      }
      assert.notEqual(renderMessage(play.outcome.sentence, flowCatalogue), play.outcome.sentence.id);
      assert.equal(play.diagram.trimEnd().split('\n').length, 6 + play.steps.length);
    });
    assert.ok(longest <= 80, String(longest));
  });
});
