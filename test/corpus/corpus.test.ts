import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { parseRelease } from '../../src/core/kubernetes/release';
import { describe, lintFiles, type Files } from '../rules/examples';

const root = 'test/corpus/quiet';

function filesBelow(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  return new Map(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}

/** `1.20-kubeadm` is judged at 1.20, `auto-helm` at the release that readers get without a choice. */
function releaseOfFolder(name: string) {
  const [text = ''] = name.split('-');
  const release = text === 'auto' ? text : parseRelease(text);
  assert.ok(release, `${name}: the folder's name begins with a release or with auto`);
  return release;
}

test('there are correct file sets', () => {
  assert.ok(readdirSync(root).length > 0);
});

for (const name of readdirSync(root)) {
  test(`${name} gives no warning and no error`, () => {
    const files = filesBelow(join(root, name));
    assert.ok(files.size > 0);
    const { findings, faults } = lintFiles(files, releaseOfFolder(name));
    assert.deepEqual(faults, []);
    const disturbing = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(
      disturbing.map((finding) => ({ rule: finding.rule, ...describe(finding, files) })),
      [],
    );
  });
}
