import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { recordedUser, simulatedUser, tokenCases } from './tokenCases';

describe('bootstrap tokens, as the recorded API server took them', () => {
  for (const recorded of tokenCases()) {
    it(recorded.case, () => {
      assert.deepEqual(simulatedUser(recorded), recordedUser(recorded));
    });
  }
});
