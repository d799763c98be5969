import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPatch } from 'diff';

import { unifiedDiff } from '../../src/cli/unifiedDiff';

const lines = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `${String(from + index)}\n`).join('');

test('equal texts have no diff', () => {
  assert.equal(unifiedDiff('f', lines(1, 9), lines(1, 9)), '');
});

test('changes far apart are hunks of their own, near ones share one', () => {
  const before = lines(1, 40);
  const far = unifiedDiff('f', before, before.replace('5\n', '').replace('30\n', 'x\n30\n'));
  assert.equal(far.match(/^@@ .* @@$/gm)?.join(' '), '@@ -2,7 +2,6 @@ @@ -27,6 +26,7 @@');
  const near = unifiedDiff('f', before, before.replace('5\n', '').replace('10\n', 'x\n10\n'));
  assert.equal(near.match(/^@@/gm)?.length, 1);
});

test('a new file and an emptied one name line 0', () => {
  assert.equal(unifiedDiff('f', '', 'a\n'), '--- a/f\n+++ b/f\n@@ -0,0 +1,1 @@\n+a\n');
  assert.equal(unifiedDiff('f', 'a\n', ''), '--- a/f\n+++ b/f\n@@ -1,1 +0,0 @@\n-a\n');
});

test('a missing last line end is said', () => {
  assert.equal(
    unifiedDiff('f', 'a\nb', 'a\nc\n'),
    '--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n',
  );
});

test('the diff turns the old text into the new one', () => {
  let seed = 7;
  const random = (): number => (seed = (seed * 16807) % 2147483647) % 5;
  for (let round = 0; round < 200; round += 1) {
    const eol = round % 2 === 0 ? '\n' : '\r\n';
    const text = (): string => Array.from({ length: random() * 3 }, () => `${'abcde'[random()] ?? ''}${eol}`).join('');
    const [before, after] = [text(), text()];
    const diff = unifiedDiff('f', before, after);
    assert.equal(diff === '' ? before : applyPatch(before, diff, { autoConvertLineEndings: false }), after);
  }
});
