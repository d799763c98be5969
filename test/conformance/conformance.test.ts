import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { differences } from './compare';
import { playRecording } from './play';
import { reasons } from './reasons';
import { recordings } from './recording';
import { conformanceTable, TABLE } from './table';

describe('the simulation against the recordings', () => {
  for (const recording of recordings()) {
    const reason = reasons[recording.id];
    it(`${recording.id}${reason === undefined ? '' : ': excused'}`, () => {
      const found = differences(recording, playRecording(recording));
      if (reason === undefined) assert.deepEqual(found, []);
      else assert.notDeepEqual(found, [], 'it agrees now: take it off the list of reasons');
    });
  }

  it('excuses only recordings that exist', () => {
    const ids = new Set(recordings().map(({ id }) => id));
    assert.deepEqual(
      Object.keys(reasons).filter((id) => !ids.has(id)),
      [],
    );
  });

  it('rests on settings alone: no recording that agrees needs an assumption', () => {
    for (const recording of recordings().filter(({ id }) => reasons[id] === undefined)) {
      assert.deepEqual(playRecording(recording).assumptions, [], recording.id);
    }
  });

  it('has a fresh table', () => {
    assert.equal(readFileSync(TABLE, 'utf8'), conformanceTable(), 'run: npx tsx test/conformance/table.ts');
  });
});
