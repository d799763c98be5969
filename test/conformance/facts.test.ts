import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { facts, FACTS_TABLE, factsTable, places } from './facts';

describe('facts about behaviour', () => {
  it('each has a place in the simulation or a reason, and nothing else has', () => {
    const ids = facts().map(({ id }) => id);
    assert.deepEqual(Object.keys(places).sort(), ids.sort());
  });

  for (const [id, place] of Object.entries(places)) {
    it(id, () => {
      if ('not' in place) assert.match(place.not, /\w+ \w+/);
      else assert.ok(existsSync(new URL(`../../src/core/${place[0]}`, import.meta.url)), place[0]);
    });
  }

  it('the table is fresh', () => {
    assert.equal(readFileSync(FACTS_TABLE, 'utf8'), factsTable(), 'npx tsx test/conformance/facts.ts');
  });
});
