import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseRelease, type Release } from '../../src/core/kubernetes/release';
import type { Files } from '../rules/examples';

const root = 'test/corpus/quiet';

/** Names of the correct file sets. */
export const quietSets: readonly string[] = readdirSync(root);

/** Returns the files of a set by their paths in it. */
export function filesOfSet(name: string): Files {
  const folder = join(root, name);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((entry) => join(folder, entry))
    .filter((path) => statSync(path).isFile());
  return new Map(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}

/** `1.20-kubeadm` is judged at 1.20, `auto-helm` at the release that readers get without a choice. */
export function releaseOfSet(name: string): Release | 'auto' {
  const [text = ''] = name.split('-');
  const release = text === 'auto' ? text : parseRelease(text);
  assert.ok(release, `${name}: the folder's name begins with a release or with auto`);
  return release;
}
