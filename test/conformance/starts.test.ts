import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { recordedEnd, simulatedEnd, startCases, unplayedReason } from './startCases';

describe('starts as recorded', () => {
  startCases().forEach((start, index) => {
    const flags = start.args.filter((flag) => !flag.startsWith('--service-account-'));
    const reason = unplayedReason(start);
    it(`${String(index)} ${start.component} ${flags.join(' ')}${reason === undefined ? '' : ': not played'}`, () => {
      const [recorded, simulated] = [recordedEnd(start), simulatedEnd(start)];
      if (reason !== undefined) assert.notEqual(simulated, recorded, 'it agrees now: play it');
      else if (recorded === '') assert.notEqual(simulated, undefined, 'it ended; no line was kept');
      else assert.equal(simulated, recorded);
    });
  });
});
