import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { flagsOf } from '../../../src/core/documents/commandLine';
import { environmentExamples, unitExamples } from './flagExamples';
import { scriptExamples } from './shellScript/scriptExamples';
import { commandLinesOf, flagVariants, read, summaryOf } from './reading';

const kinds = [
  ['environment-file', environmentExamples],
  ['systemd-unit', unitExamples],
  ['shell-script', scriptExamples],
] as const;

for (const [kind, examples] of kinds) {
  describe(kind, () => {
    for (const example of examples) {
      for (const variant of flagVariants(example.text)) {
        test(`${example.name}, ${variant.name}`, () => {
          const file = read(example.path, variant.text);
          assert.equal(file.kind, kind);
          assert.deepEqual(summaryOf(file), example.expected);
          assert.deepEqual(file.problems, []);
          for (const line of commandLinesOf(file)) {
            for (const flag of flagsOf(line)) {
              assert.equal(file.source.slice(flag.nameRange), flag.writtenName);
              assert.ok(flag.range.start <= flag.nameRange.start && flag.nameRange.end <= flag.range.end);
              assert.ok(line.range.start <= flag.range.start && flag.range.end <= line.range.end);
              const { valueRange } = flag;
              if (valueRange) {
                assert.ok(flag.nameRange.end <= valueRange.start && valueRange.end <= flag.range.end);
                const written = file.source.slice(valueRange);
                assert.equal(written.replaceAll('%%', '%').replaceAll('\\"', ''), flag.value);
              }
            }
          }
        });
      }
    }
  });
}
