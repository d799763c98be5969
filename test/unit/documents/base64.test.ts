import assert from 'node:assert/strict';
import { test } from 'node:test';

import { asciiBytes, asciiText, decodeBase64, encodeBase64 } from '../../../src/core/documents/base64';

test('base64 of every length comes back, and equals the platform', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Array.from({ length }, (_, index) => (index * 37 + length * 11) % 256);
    const text = encodeBase64(bytes);
    assert.equal(text, Buffer.from(bytes).toString('base64'));
    assert.deepEqual([...(decodeBase64(text) ?? [])], bytes);
    assert.deepEqual([...(decodeBase64(text.replaceAll(/.{8}/g, '$&\r\n')) ?? [])], bytes);
  }
});

test('what Kubernetes would refuse is refused', () => {
  for (const text of ['abc', 'abcde', 'ab=c', '=abc', 'ab c', 'ab-_', 'a===', '====', 'é123', ' YWJj']) {
    assert.equal(decodeBase64(text), undefined, text);
  }
  assert.deepEqual(decodeBase64(''), new Uint8Array());
});

test('ASCII only', () => {
  assert.deepEqual(asciiBytes('true'), [116, 114, 117, 101]);
  assert.equal(asciiBytes('é'), undefined);
  assert.equal(asciiText(new Uint8Array([116, 10])), 't\n');
});
