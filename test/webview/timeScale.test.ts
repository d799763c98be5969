import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeScale } from '../../webview/panels/lifeLine/timeScale';
import { DAY } from './plays';

const YEAR = 365 * DAY;
const node = [{ t: 0, ready: 'none' as const }];

test('a short life runs evenly', () => {
  const scale = timeScale({ end: 60, bars: [], node }, [0, 30, 60]);
  assert.equal(scale.compressedAfter, undefined);
  assert.ok(Math.abs(scale.place(30) * 2 - scale.place(60)) < 1e-9);
});

test('of a long life the beginning is in view, and the rest runs evenly too', () => {
  const scale = timeScale({ end: YEAR, bars: [], node }, [0, 0.5, 6, 16, YEAR]);
  assert.ok(scale.place(16) - scale.place(6) > 0.1);
  const quarter = scale.place(YEAR / 2) - scale.place(YEAR / 4);
  assert.ok(Math.abs(quarter - (scale.place(YEAR) - scale.place((3 * YEAR) / 4))) < 1e-9);
  assert.ok((scale.compressedAfter ?? 0) > 16 && (scale.compressedAfter ?? Infinity) < 60);
});

test('moments keep their order, and those outside stand at the ends', () => {
  const scale = timeScale({ end: 2 * YEAR, bars: [], node }, [0, 0.4, 16, 306, 292 * DAY]);
  const places = [-300, 0, 0.4, 16, 306, DAY, 292 * DAY, YEAR, 2 * YEAR, 90 * YEAR].map((t) => scale.place(t));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
  assert.equal(places[0], 0);
  assert.equal(places.at(-1), 1);
});

test('what happens at the end of a life is not at the edge', () => {
  const scale = timeScale({ end: YEAR, bars: [], node }, [0, YEAR]);
  assert.ok(scale.place(YEAR) < 0.97);
});

for (const [name, end, steps] of [
  ['a minute', 60, [0, 50]],
  ['an hour', 3600, [0, 10, 3000]],
  ['a day', DAY, [0, 10, 3000]],
  ['a year', YEAR, [0, 16]],
  ['ten years', 10 * YEAR, [0, 306]],
] as const) {
  test(`the writing along ${name} does not collide`, () => {
    const scale = timeScale({ end, bars: [], node }, steps);
    const places = scale.ticks.map((tick) => scale.place(tick));
    assert.ok(places.length >= 2 && places.length <= 9, String(places.length));
    places.slice(1).forEach((place, index) => {
      assert.ok(place - (places[index] ?? 0) > 0.07, `${String(scale.ticks)} stand at ${String(places)}`);
    });
  });
}

test('a moment stands at a place, and the place leads back to the moment', () => {
  for (const end of [60, 2 * YEAR]) {
    const scale = timeScale({ end, bars: [], node }, [0, 0.4, 16, end]);
    for (const seconds of [0, 0.4, 16, end / 2, end]) {
      assert.ok(Math.abs(scale.at(scale.place(seconds)) - seconds) < 1e-6 * end, String(seconds));
    }
  }
});
