import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMessage } from '../../../src/core/messages/message';

const catalogue = { greets: '{name} meets {other}.' };

test('what is filled in stands where its name stood; what is unknown stays', () => {
  assert.equal(renderMessage({ id: 'greets', params: { name: 'a' } }, catalogue), 'a meets {other}.');
  assert.equal(renderMessage({ id: 'missing', params: {} }, catalogue), 'missing');
});

test('a name that nobody can read to its end is cut, never in the middle of a character', () => {
  const text = renderMessage(
    { id: 'greets', params: { name: `${'x'.repeat(999)}😀${'y'.repeat(9000)}`, other: 'b' } },
    catalogue,
  );
  assert.equal(text, `${'x'.repeat(999)}… meets b.`);
});
