import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compareReleases, isAtLeast, minorOf, parseRelease } from '../../../src/core/kubernetes/release';

test('a version text names its minor version', () => {
  for (const text of [
    '1.20',
    'v1.20',
    'v1.20.2',
    '1.20.5+k3s1',
    '1.20+',
    ' 1.20 ',
    'stable-1.20',
    '1.20.x',
    '1.20-rc.1',
  ]) {
    assert.equal(parseRelease(text), '1.20', text);
  }
  assert.equal(parseRelease('1.4'), '1.4');
});

test('anything else names none', () => {
  for (const text of ['', 'latest', '2.0', '1', '20', '1.', '1.x', 'v1', 'v1beta1', '11.20', '1.20a', '1.1234']) {
    assert.equal(parseRelease(text), undefined, text);
  }
});

test('releases are ordered by number, not by letter', () => {
  const unordered = ['1.10', '1.9', '1.36', '1.4'] as const;
  assert.deepEqual([...unordered].sort(compareReleases), ['1.4', '1.9', '1.10', '1.36']);
  assert.equal(isAtLeast('1.10', '1.9'), true);
  assert.equal(isAtLeast('1.10', '1.10'), true);
  assert.equal(isAtLeast('1.9', '1.10'), false);
  assert.equal(minorOf('1.36'), 36);
});
