import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generatedFiles } from '../../../docs/generate';

for (const { path, current, fresh } of generatedFiles()) {
  test(`the generated parts of ${path} are fresh (npm run generate)`, () => {
    assert.equal(current, fresh);
  });
}
