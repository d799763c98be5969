import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { formatGoDuration, parseGoDuration } from '../../../src/core/kubernetes/goDuration';
import { EventQueue } from '../../../src/core/flow/clock/queue';
import { WallClock } from '../../../src/core/flow/clock/wallClock';

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('event queue', () => {
  it('lets things happen in order of time, and of scheduling where times are equal', () => {
    const random = seeded(7);
    const queue = new EventQueue();
    const expected: { t: number; n: number }[] = [];
    const seen: { t: number; n: number }[] = [];
    for (let n = 0; n < 500; n += 1) {
      const t = Math.floor(random() * 50);
      expected.push({ t, n });
      queue.at(t, () => {
        assert.equal(queue.now, t);
        seen.push({ t, n });
      });
    }
    while (queue.step());
    expected.sort((a, b) => a.t - b.t || a.n - b.n);
    assert.deepEqual(seen, expected);
  });

  it('drops what was withdrawn and never goes back in time', () => {
    const queue = new EventQueue();
    const seen: string[] = [];
    const cancel = queue.at(1, () => seen.push('withdrawn'));
    queue.at(5, () => {
      queue.at(2, () => seen.push(`late at ${String(queue.now)}`));
    });
    cancel();
    assert.equal(queue.next, 5);
    while (queue.step());
    assert.deepEqual(seen, ['late at 5']);
    assert.equal(queue.next, undefined);
    assert.equal(queue.step(), false);
  });
});

describe('Go durations', () => {
  const readings: readonly (readonly [string, number | undefined])[] = [
    ['8760h', 31_536_000],
    ['8760h0m0s', 31_536_000],
    ['1h30m', 5400],
    ['10m0s', 600],
    ['.5s', 0.5],
    ['0', 0],
    ['-5m', -300],
    ['1.5h', 5400],
    ['365d', undefined],
    ['10', undefined],
    ['', undefined],
    ['h', undefined],
    ['9999999999999h', undefined],
  ];
  for (const [text, seconds] of readings) {
    it(`reads ${JSON.stringify(text)} as ${String(seconds)}`, () => {
      assert.equal(parseGoDuration(text), seconds);
    });
  }

  it('prints as Go does', () => {
    assert.deepEqual([31_536_000, 389.262, 0.2, 0, 61, -30].map(formatGoDuration), [
      '8760h0m0s',
      '6m29.262s',
      '200ms',
      '0s',
      '1m1s',
      '-30s',
    ]);
  });
});

describe('wall clock', () => {
  it('prints times as the kubelet names its files and writes its log', () => {
    const clock = new WallClock(Date.UTC(2026, 10, 23, 18, 2, 20));
    assert.equal(clock.fileStamp(14.4), '2026-11-23-18-02-34');
    assert.equal(clock.goTime(3350), '2026-11-23 18:58:10 +0000 UTC');
    assert.equal(clock.rfc3339(-1), '2026-11-23T18:02:19Z');
  });
});
