import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFile } from '../../src/core/documents/readFile';
import { SourceText } from '../../src/core/text/sourceText';
import { describe, lintFiles } from '../rules/examples';
import { filesOfSet, quietSets, releaseOfSet } from './quietSets';

/** Files that are of no kind that is read, by set; in `auto-unrelated` all but those that look like ours are. */
const unread: Readonly<Record<string, readonly string[]>> = {
  '1.10-static-pods': ['etc/kubernetes/manifests/kube-scheduler.yaml'],
  '1.20-static-pods': ['etc/kubernetes/manifests/kube-scheduler.yaml'],
  '1.31-static-pods': ['etc/kubernetes/manifests/kube-scheduler.yaml'],
  'auto-ansible': ['group_vars/all.yml'],
  'auto-ansible-role': ['roles/kubelet/defaults/main.yml', 'roles/kubelet/tasks/main.yml'],
  'auto-helm': ['Chart.yaml', 'values.yaml'],
};

/** Sets in which rotation is written down: what is off in them is found, so that their silence means something. */
const ROTATION = /rotateCertificates: true|--rotate-certificates(?:=true)?(?=[\s"'])/g;

test('there are correct file sets', () => {
  assert.ok(quietSets.length > 0);
});

for (const name of quietSets.filter((set) => set !== 'auto-unrelated')) {
  test(`${name} is read`, () => {
    const files = [...filesOfSet(name)].map(([path, text]) => readFile(new SourceText(path, text)));
    const others = files.filter(({ kind }) => kind === undefined).map(({ source }) => source.path);
    assert.deepEqual(others.sort(), unread[name] ?? []);
  });
}

for (const name of quietSets.filter((set) => !set.startsWith('auto-'))) {
  const files = filesOfSet(name);
  if (![...files.values()].some((text) => text.search(ROTATION) !== -1)) continue;
  test(`${name} without rotation gives a warning`, () => {
    const off = new Map([...files].map(([path, text]) => [path, text.replaceAll(ROTATION, switchOff)] as const));
    const { findings } = lintFiles(off, releaseOfSet(name));
    assert.ok(findings.some(({ rule }) => rule === 'rotate-certificates-off'));
  });
}

function switchOff(written: string): string {
  return written.startsWith('--') ? '--rotate-certificates=false' : 'rotateCertificates: false';
}

for (const name of quietSets) {
  test(`${name} gives no warning and no error`, () => {
    const files = filesOfSet(name);
    assert.ok(files.size > 0);
    const { findings, faults } = lintFiles(files, releaseOfSet(name));
    assert.deepEqual(faults, []);
    const disturbing = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(
      disturbing.map((finding) => ({ rule: finding.rule, ...describe(finding, files) })),
      [],
    );
  });
}
