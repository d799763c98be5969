import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chineseTexts, englishTexts } from '../../../docs/translations';

const english = englishTexts();
const chinese = chineseTexts();

test('every Chinese text stands for an English one', () => {
  assert.deepEqual(
    Object.keys(chinese).filter((id) => !Object.hasOwn(english, id)),
    [],
  );
});

test('Chinese texts have the placeholders of the English ones', () => {
  const placeholders = (text = ''): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
  const other = Object.entries(chinese).filter(
    ([id, text]) => placeholders(text).join() !== placeholders(english[id]).join(),
  );
  assert.deepEqual(other, []);
});
