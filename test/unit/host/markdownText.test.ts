import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownText } from '../../../src/host/markdownText';

test('what means something in Markdown is shown as it is written', () => {
  assert.equal(markdownText('a-file_name.yaml, line 3'), 'a-file\\_name.yaml, line 3');
  assert.equal(markdownText('[x](command:y)`<b>'), '\\[x\\]\\(command:y\\)\\`\\<b\\>');
});
