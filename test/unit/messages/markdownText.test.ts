import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownBlock, markdownLine, markdownText } from '../../../src/core/messages/markdownText';

test('what means something in Markdown is shown as it is written', () => {
  assert.equal(markdownText('a-file_name.yaml, line 3'), 'a-file\\_name.yaml, line 3');
  assert.equal(markdownText('[x](command:y)`<b>'), '\\[x\\]\\(command:y\\)\\`\\<b\\>');
});

test('a line begins no list and no heading, and stays one line', () => {
  assert.equal(markdownLine('- a\n\n# b'), '\\- a \\# b');
  assert.equal(markdownLine('12. c'), '12\\. c');
  assert.equal(markdownLine('  ==='), '\\===');
});

test('no text ends its block', () => {
  assert.equal(markdownBlock('a'), '```text\na\n```');
  assert.equal(markdownBlock('```\n````'), '`````text\n```\n````\n`````');
});
