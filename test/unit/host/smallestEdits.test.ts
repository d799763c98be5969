import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../src/core/text/edit';
import { smallestEdits } from '../../../src/host/smallestEdits';

function changed(before: string, after: string): readonly string[] {
  const edits = smallestEdits('a', before, after);
  assert.equal(applyEdits(before, edits), after);
  return edits.map(({ range, newText }) => `${before.slice(range.start, range.end)}→${newText}`);
}

test('equal texts need no edit', () => {
  assert.deepEqual(changed('a\nb\n', 'a\nb\n'), []);
  assert.deepEqual(changed('', ''), []);
});

test('only the letters that differ are touched', () => {
  assert.deepEqual(changed('x\n--rotate=false\ny\n', 'x\n--rotate=true\ny\n'), ['fals→tru']);
  assert.deepEqual(changed('a\r\nb\r\n', 'a\r\nbc\r\n'), ['→c']);
});

test('changes that lie apart stay apart', () => {
  assert.deepEqual(changed('a\nb\nc\nd\ne\n', 'a\nc\nd\nx\ne\n'), ['b\n→', '→x\n']);
});

test('a text may come from nothing, and go', () => {
  assert.deepEqual(changed('', 'a\nb'), ['→a\nb']);
  assert.deepEqual(changed('a\nb', ''), ['a\nb→']);
});

test('repeated lines, missing line ends and any mixture come out right', () => {
  const lines = ['a\n', 'b\n', 'a\r\n', '\n', 'c'];
  let seed = 1;
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const text = () => Array.from({ length: next(9) }, () => lines[next(lines.length)]).join('');
  for (let round = 0; round < 2000; round += 1) changed(text(), text());
});

test('very long texts are replaced where they differ, as one piece', () => {
  const before = `head\n${'a\n'.repeat(3000)}tail\n`;
  const after = `head\n${'b\n'.repeat(3000)}tail\n`;
  assert.equal(changed(before, after).length, 1);
});
