import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { test } from 'node:test';
import { rules } from '../../src/core/lint/rules/index';
import { listEntries } from './zipEntries';
import { vsixFile } from './vsixFile';

const MEBIBYTE = 1024 * 1024;
const entries = listEntries(await readFile(vsixFile));

test('the package is smaller than 2 MB', async () => {
  const { size } = await stat(vsixFile);
  assert.ok(size < 2 * MEBIBYTE, `${String(size)} bytes`);
});

test('the package holds what the manifest names', async () => {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as {
    main: string;
    browser: string;
    icon: string;
  };
  for (const path of [
    manifest.main,
    manifest.browser,
    manifest.icon,
    'dist/engine.cjs',
    'dist/exercises.cjs',
    'dist/certificates.cjs',
    'dist/samples.json',
    'dist/player.js',
    'dist/player.css',
    'dist/cli.js',
    'media/l10n/zh-cn.json',
  ]) {
    const entry = `extension/${path.replace(/^\.\//, '')}`;
    assert.ok(entries.includes(entry), `${entry} is missing`);
  }
});

test('the package has the page of every rule in both languages', async () => {
  const ids = rules.map(({ id }) => id).sort();
  for (const language of ['en', 'zh-cn']) {
    const file = `dist/rules.${language}.json`;
    assert.ok(entries.includes(`extension/${file}`), `${file} is missing`);
    const pages = JSON.parse(await readFile(file, 'utf8')) as object;
    assert.deepEqual(Object.keys(pages).sort(), ids, language);
  }
});

test('the package holds what the walkthrough shows in each language', async () => {
  for (const names of ['package.nls.json', 'package.nls.zh-cn.json']) {
    const texts = Object.values(JSON.parse(await readFile(names, 'utf8')) as Record<string, string>);
    for (const path of texts.filter((text) => /^media\/walkthrough\/[\w.-]+$/.test(text)))
      assert.ok(entries.includes(`extension/${path}`), `${path} is missing`);
  }
  assert.ok(entries.includes('extension/media/walkthrough/your-own-files.nls.zh-cn.md'));
});

test('the built program finds its Chinese texts beside it', () => {
  const env = { ...process.env, LC_ALL: 'zh_CN.UTF-8' };
  const { stdout } = spawnSync(process.execPath, ['dist/cli.js', '--help'], { encoding: 'utf8', env });
  assert.match(stdout, /^用法：\n/);
});

test('what starts with the editor holds neither texts nor rules', async () => {
  const { size } = await stat('dist/extension.cjs');
  assert.ok(size < 40 * 1024, `${String(size)} bytes`);
});

test('the package holds no source, source map, test, fixture or fact source', () => {
  const unwanted = entries.filter((entry) =>
    /\.map$|\.ts$|\/(?:src|test|data|docs|webview|node_modules|\.cache|\.ci|\.vscode)\//.test(entry),
  );
  assert.deepEqual(unwanted, []);
});

test('no bundle points at a source map', async () => {
  for (const file of ['extension.cjs', 'engine.cjs', 'certificates.cjs', 'player.js', 'cli.js']) {
    assert.doesNotMatch(await readFile(`dist/${file}`, 'utf8'), /sourceMappingURL=/, file);
  }
});
