import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { call, folderWith, root } from './harness';
import { leaksIn, marked, markedFiles } from './markedFiles';

const FORMS: readonly (readonly string[])[] = [
  ...['text', 'json', 'sarif', 'github'].map((format) => ['lint', '--format', format]),
  ['fix', '--dry-run'],
  ...['text', 'json', 'mermaid', 'pem'].map((format) => ['play', '--format', format]),
];

for (const form of FORMS) {
  for (const release of ['1.8', '1.20', '1.36']) {
    test(`${form.join(' ')} at ${release} shows no marked token or key`, async () => {
      const { out, err } = await call([...form, '--kubernetes-version', release, folderWith(markedFiles)]);
      assert.notEqual(out, '');
      assert.deepEqual(leaksIn(out + err), []);
    });
  }
}

function markedCopy(folder: string): string {
  const copy = folderWith({});
  cpSync(join(root, folder), copy, { recursive: true });
  const paths = readdirSync(copy, { recursive: true, encoding: 'utf8' }).map((name) => join(copy, name));
  for (const path of paths.filter((one) => statSync(one).isFile())) {
    writeFileSync(path, marked(readFileSync(path, 'utf8')));
  }
  return copy;
}

for (const folder of ['media/samples', 'test/corpus/story/cluster', 'test/corpus/quiet']) {
  test(`${folder} with marked tokens: they are in no output`, async () => {
    const copy = markedCopy(folder);
    for (const form of FORMS) {
      const { out, err } = await call([...form, copy]);
      assert.deepEqual(leaksIn(out + err), [], form.join(' '));
    }
  });
}
