import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { codeBlock, matches, namesIn } from '../../pageShape';

const english = readFileSync('README.md', 'utf8');
const chinese = readFileSync('README.zh-cn.md', 'utf8');

/** Commands without the remarks behind them. */
const commandsIn = (page: string): readonly string[] =>
  matches(page, codeBlock).map((block) => block.replace(/ +#.*$/gm, ''));

/** The table of options: its rows begin with an option in backticks. */
const optionsIn = (page: string): readonly (readonly string[])[] =>
  matches(page, /^\| `--.*$/gm).map((row) => namesIn(row));

test('both READMEs name each other', () => {
  assert.match(english, /\]\(README\.zh-cn\.md\)/);
  assert.match(chinese, /\]\(README\.md\)/);
});

test('both READMEs have the same commands, sections, and options with the same values', () => {
  assert.deepEqual(commandsIn(chinese), commandsIn(english));
  assert.equal(matches(chinese, /^## /gm).length, matches(english, /^## /gm).length);
  assert.ok(optionsIn(english).length > 5);
  assert.deepEqual(optionsIn(chinese), optionsIn(english));
});

for (const [name, page] of [
  ['README.md', english],
  ['README.zh-cn.md', chinese],
] as const) {
  test(`what ${name} links to is there`, () => {
    const missing = [...page.matchAll(/\]\(([^):]+)\)/g)]
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(path));
    assert.deepEqual(missing, []);
  });
}
