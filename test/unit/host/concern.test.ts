import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { test } from 'node:test';
import { readFile } from '../../../src/core/documents/readFile';
import { rules } from '../../../src/core/lint/rules/index';
import { SourceText } from '../../../src/core/text/sourceText';
import { isNamedLikeSettings, mayConcernUs } from '../../../src/host/concern';
import { examplesOf } from '../../rules/examples';

const corpus = 'test/corpus/quiet';

function corpusFiles(): readonly (readonly [string, string])[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .map((name) => join(corpus, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => [relative(corpus, path), readFileSync(path, 'utf8')] as const);
}

const examples = rules.flatMap(({ id }) =>
  examplesOf(id).flatMap(({ bad, fixed, good }) => [bad, fixed, good].flatMap((files) => [...(files ?? [])])),
);

test('every file that the core reads is one that the editor hands to it', () => {
  const files = [...examples, ...corpusFiles()];
  assert.ok(files.length > 100);
  const missed = files
    .filter(([path, text]) => readFile(new SourceText(path, text)).kind !== undefined)
    .filter(([path, text]) => !isNamedLikeSettings(basename(path)) || !mayConcernUs(path, text))
    .map(([path]) => path);
  assert.deepEqual(missed, []);
});

test('a drop-in is known by its folder', () => {
  const text = '[Service]\nEnvironment="FLAGS=--v=2"\n';
  assert.equal(mayConcernUs('/etc/systemd/system/kubelet.service.d/10-flags.conf', text), true);
  assert.equal(mayConcernUs('/etc/systemd/system/nginx.service.d/10-flags.conf', text), false);
});

test('a script that only binds roles concerns us', () => {
  const text =
    'kubectl create clusterrolebinding ask --clusterrole=system:node-bootstrapper --group=system:bootstrappers\n';
  assert.equal(mayConcernUs('/setup/ask.sh', text), true);
});

test('a script that only approves requests concerns us', () => {
  const text = 'kubectl get csr -o name | xargs kubectl certificate approve\n';
  assert.equal(mayConcernUs('/setup/approve.sh', text), true);
});

test('files about something else are passed over', () => {
  const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  labels:\n    app.kubernetes.io/name: web\n';
  assert.equal(mayConcernUs('deployment.yaml', deployment), false);
  assert.equal(mayConcernUs('/kubelet/deployment.yaml', deployment), false);
  assert.equal(mayConcernUs('package.json', '{"name":"a","config":{"port":1}}'), false);
  assert.equal(mayConcernUs('kubelet', 'KUBELET_ARGS=\0'), false);
  assert.equal(isNamedLikeSettings('kubelet.md'), false);
});
