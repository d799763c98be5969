import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { circlesIn } from './circlesIn';

/** A module that another names, types included: `import … from './x'`, `export … from './x'`. */
const NAMED = /\bfrom '(\.[^']+)'/g;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.ts') && !path.includes('/examples/'));
}

function importsOf(path: string): readonly string[] {
  return [...readFileSync(path, 'utf8').matchAll(NAMED)]
    .map(([, name = '']) => `${join(dirname(path), name)}.ts`)
    .filter((file) => existsSync(file));
}

test('a circle is found, and a diamond is none', () => {
  const arrows = new Map([
    ['a', ['b', 'c']],
    ['b', ['d']],
    ['c', ['d', 'c2']],
    ['c2', ['c']],
    ['d', []],
  ]);
  assert.deepEqual(circlesIn(arrows), [['c', 'c2']]);
});

test('no files name each other in a circle', () => {
  const files = ['src', 'webview'].flatMap(filesBelow);
  assert.ok(files.length > 500);
  assert.deepEqual(circlesIn(new Map(files.map((path) => [path, importsOf(path)]))), []);
});
