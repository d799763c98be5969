import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { precedenceCases, recordedPrecedence, simulatedPrecedence } from './precedenceCases';

describe('flags over configuration, as recorded', () => {
  for (const recorded of precedenceCases()) {
    it(recorded.case, () => {
      assert.deepEqual(simulatedPrecedence(recorded), recordedPrecedence(recorded));
    });
  }
});
