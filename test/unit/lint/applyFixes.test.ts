import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixAll, safeFixes } from '../../../src/core/lint/applyFixes';
import { lint, lintWith } from '../../../src/core/lint/lint';
import { applyEdits } from '../../../src/core/text/edit';
import { BOOT, options, read, wordRule } from './reading';

const KUBECONFIG = '--kubeconfig=/etc/kubernetes/kubelet.kubeconfig';

test('fixes that uncover one another are made in turn, over several files', () => {
  const files = read({
    'kubelet.env': `KUBELET_ARGS="--experimental-bootstrap-kubeconfig=/a ${KUBECONFIG} --feature-gates=RotateKubeletClientCertificate=true"\n`,
    'controller-manager.env': 'KUBE_CONTROLLER_MANAGER_ARGS="--experimental-cluster-signing-duration=1h"\n',
    'other.txt': 'left alone\n',
  });
  assert.deepEqual(Object.fromEntries(fixAll(files, { ...options, target: '1.29' })), {
    'kubelet.env': `KUBELET_ARGS="--bootstrap-kubeconfig=/a ${KUBECONFIG} --rotate-certificates"\n`,
    'controller-manager.env': 'KUBE_CONTROLLER_MANAGER_ARGS="--cluster-signing-duration=1h"\n',
  });
});

test('only the rules asked for are fixed', () => {
  const files = read({ 'kubelet.env': `KUBELET_ARGS="--experimental-bootstrap-kubeconfig=/a ${KUBECONFIG}"\n` });
  const fixed = fixAll(files, { ...options, target: '1.29' }, { ruleIds: ['flag-removed'] });
  assert.equal(fixed.get('kubelet.env'), `KUBELET_ARGS="--bootstrap-kubeconfig=/a ${KUBECONFIG}"\n`);
});

test('fixes for review are never made in bulk', () => {
  const text = `KUBELET_ARGS="${BOOT} --rotate-certificates --feature-gates=RotateKubeletServerCertificate=true"\n`;
  assert.equal(fixAll(read({ 'kubelet.env': text }), options).size, 0);
});

test('of fixes that overlap one waits', () => {
  const files = read({ 'a.env': 'KUBELET_ARGS="--v=2 --v=2"\n' });
  const { findings } = lintWith(
    [wordRule('one', '--v=2'), wordRule('two', '=2'), wordRule('three', '=2 ')],
    files,
    options,
  );
  assert.deepEqual(
    safeFixes(findings, {}).map(({ title }) => title.id),
    ['one.remove', 'one.remove'],
  );
  assert.deepEqual(
    safeFixes(findings, { ruleIds: ['two', 'three'] }).map(({ title }) => title.id),
    ['two.remove', 'two.remove'],
  );
});

test('files that need nothing are not returned', () => {
  assert.equal(fixAll(read({ 'kubelet.env': `KUBELET_ARGS="${BOOT} --rotate-certificates"\n` }), options).size, 0);
});

test('nothing is put behind what is never closed', () => {
  const [text] = fixAll(read({ 'start.sh': 'kubelet -bootstrap-kubeconfig=e --k${' }), options).values();
  assert.equal(text, 'kubelet --bootstrap-kubeconfig=e --k${');
});

test('all is repaired, however often a mistake is made', () => {
  const repeated = '--v=2 '.repeat(15_000);
  const [text] = fixAll(read({ 'start.sh': `kube-controller-manager ${repeated}\n` }), options).values();
  assert.equal(text?.trimEnd(), 'kube-controller-manager --v=2');
});

test('no flag is put behind a script whose quotes end within a word', () => {
  const script = "sh -c 'kubelet --bootstrap-kubeconfig='/b\n";
  assert.equal(fixAll(read({ 'start.sh': script }), options).size, 0);
});

test('a subject without a name has no fix whose edits meet', () => {
  const subjects = 'subjects:\n- kind: p\n';
  const files = read({
    'kubelet.env': `KUBELET_ARGS="${BOOT} ${KUBECONFIG} --rotate-certificates"\n`,
    'bootstrap.kubeconfig':
      'apiVersion: v1\nkind: Config\nusers:\n- name: a\n  user:\n    token: abcdef.0123456789abcdef\ncontexts:\n- name: a\n  context: {cluster: a, user: a}\ncurrent-context: a\n',
    'rbac.yaml': `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: a\n${subjects}roleRef:\n  kind: ClusterRole\n  name: system:node-bootstrapper\n`,
  });
  const texts = new Map(files.map(({ source }) => [source.path, source.text]));
  const { findings } = lint(files, options);
  assert.ok(findings.some(({ rule }) => rule === 'bootstrap-subject-unknown'));
  for (const { path, fixes } of findings)
    for (const { edits } of fixes)
      applyEdits(
        texts.get(path) ?? '',
        edits.filter((edit) => edit.path === path),
      );
});
