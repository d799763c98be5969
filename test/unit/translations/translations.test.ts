import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chineseTexts, englishTexts } from '../../../docs/translations';

const english = englishTexts();
const chinese = chineseTexts();

test('every text exists in both languages', () => {
  assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
});

test('Chinese texts have the placeholders of the English ones', () => {
  const placeholders = (text = ''): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
  const other = Object.entries(chinese).filter(
    ([id, text]) => placeholders(text).join() !== placeholders(english[id]).join(),
  );
  assert.deepEqual(other, []);
});

/** Names that are the same in every language. */
const same =
  /\{\w+\}|`[^`]*`|--[a-z-]+|\b(?:Kubernetes|kubectl [a-z]+|kubeconfig|Ready|NotReady|Pending|Not Found|Unknown|Unauthorized|Forbidden)\b/g;

test('nothing is left in English', () => {
  const left = Object.entries(chinese).filter(
    ([, text]) => /[a-z]{2}/.test(text.replaceAll(same, '')) && !/\p{Script=Han}/u.test(text),
  );
  assert.deepEqual(left, []);
});

test('code in backticks is the same in both languages', () => {
  const code = (text = ''): readonly string[] => [...text.matchAll(/`[^`]*`/g)].map(([part]) => part).sort();
  const other = Object.entries(chinese).filter(([id, text]) => code(text).join() !== code(english[id]).join());
  assert.deepEqual(other, []);
});

test('the manifest has the same texts in both languages', () => {
  const keys = (path: string): readonly string[] =>
    Object.keys(JSON.parse(readFileSync(path, 'utf8')) as object).sort();
  assert.deepEqual(keys('package.nls.zh-cn.json'), keys('package.nls.json'));
});
