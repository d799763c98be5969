import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { readFile } from '../../src/core/documents/readFile';
import { parseRelease } from '../../src/core/kubernetes/release';
import { SourceText } from '../../src/core/text/sourceText';
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
  assert.ok(readdirSync(root).length > 0);
});

for (const name of readdirSync(root).filter((set) => set !== 'auto-unrelated')) {
  test(`${name} is read`, () => {
    const files = [...filesBelow(join(root, name))].map(([path, text]) => readFile(new SourceText(path, text)));
    const others = files.filter(({ kind }) => kind === undefined).map(({ source }) => source.path);
    assert.deepEqual(others.sort(), unread[name] ?? []);
  });
}

for (const name of readdirSync(root).filter((set) => !set.startsWith('auto-'))) {
  const files = filesBelow(join(root, name));
  if (![...files.values()].some((text) => text.search(ROTATION) !== -1)) continue;
  test(`${name} without rotation gives a warning`, () => {
    const off = new Map([...files].map(([path, text]) => [path, text.replaceAll(ROTATION, switchOff)] as const));
    const { findings } = lintFiles(off, releaseOfFolder(name));
    assert.ok(findings.some(({ rule }) => rule === 'rotate-certificates-off'));
  });
}

function switchOff(written: string): string {
  return written.startsWith('--') ? '--rotate-certificates=false' : 'rotateCertificates: false';
}

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
