import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { labMessages } from '../../../src/core/lab/messages/en';
import { hostTexts } from '../../../src/host/hostTexts';

type Texts = Readonly<Record<string, string>>;

function json(path: string): Texts {
  return JSON.parse(readFileSync(path, 'utf8')) as Texts;
}

const languages = {
  English: { texts: { ...hostTexts, ...labMessages }, titles: json('package.nls.json') },
  Chinese: {
    texts: { ...json('src/host/zh-cn.json'), ...json('src/core/lab/messages/zh-cn.json') },
    titles: json('package.nls.zh-cn.json'),
  },
};

/** Commands that a text tells the reader to run: in bold on the page, between quotes in a hint. */
function namedIn(text: string): readonly string[] {
  const marked = /\*\*([^*]+)\*\*|(?:command |运行)“([^”]+)”/g;
  return [...text.matchAll(marked)].map(([, bold, quoted]) => bold ?? quoted ?? '');
}

for (const [language, { texts, titles }] of Object.entries(languages)) {
  test(`commands that the lab names have these titles (${language})`, () => {
    const commands = Object.entries(titles).flatMap(([id, title]) => (id.startsWith('command.') ? [title] : []));
    const named = Object.entries(texts).flatMap(([id, text]) => (/^(?:host\.)?lab\./.test(id) ? namedIn(text) : []));
    assert.ok(named.length >= 6, named.join(', '));
    for (const name of named) assert.ok(commands.includes(name), name);
  });
}
