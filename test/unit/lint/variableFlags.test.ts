import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { fixAll } from '../../../src/core/lint/applyFixes';
import { lint } from '../../../src/core/lint/lint';
import { options, read } from './reading';

type Files = Readonly<Record<string, string>>;

/** Removed and unknown flags with the component they stop, as `path: flag (component)`. */
function stopping(files: Files, target: '1.7' | '1.30' = '1.30'): readonly string[] {
  const { findings } = lint(read(files), { ...options, target });
  return findings
    .filter(({ rule }) => rule === 'flag-removed' || rule === 'flag-unknown')
    .map(({ path, range, message }) => {
      const { component } = message.params;
      assert.ok(typeof component === 'string');
      return `${path}: ${files[path]?.slice(range.start, range.end) ?? ''} (${component})`;
    });
}

const unit = (component: string): string =>
  `[Service]\nEnvironmentFile=/etc/kubernetes/config\nEnvironmentFile=/etc/kubernetes/${component}\nExecStart=/usr/bin/${component} $KUBE_LOGTOSTDERR $KUBE_ALLOW_PRIV $MORE\n`;

const shared = { config: 'KUBE_LOGTOSTDERR="--logtostderr=true"\nKUBE_ALLOW_PRIV="--allow-privileged=true"\n' };

describe('flags in variables whose names say nothing of a component', () => {
  test('are judged for the component whose unit takes them in', () => {
    const files = { ...shared, 'kubelet.service': unit('kubelet'), kubelet: 'MORE="--v=2"\n' };
    assert.deepEqual(stopping(files), ['config: --logtostderr (kubelet)', 'config: --allow-privileged (kubelet)']);
    assert.deepEqual(stopping(files, '1.7'), []);
  });

  test('are judged for each component whose unit takes them in', () => {
    const files = {
      ...shared,
      'kubelet.service': unit('kubelet'),
      'kube-apiserver.service': unit('kube-apiserver'),
      kubelet: 'MORE=\n',
      'kube-apiserver': 'MORE=\n',
    };
    assert.deepEqual(stopping(files), [
      'config: --logtostderr (kubelet)',
      'config: --logtostderr (kube-apiserver)',
      'config: --allow-privileged (kubelet)',
    ]);
  });

  test('are nobody’s without a unit in view', () => {
    assert.deepEqual(stopping(shared), []);
  });

  test('are repaired where they stand', () => {
    const files = {
      config: 'AUTH="--experimental-bootstrap-token-auth"\n',
      'kube-apiserver.service': unit('kube-apiserver'),
    };
    const taken = { ...files, 'kube-apiserver.service': files['kube-apiserver.service'].replace('$MORE', '$AUTH') };
    const fixed = fixAll(read(taken), { ...options, target: '1.30' }, { ruleIds: ['flag-removed'] });
    assert.equal(fixed.get('config'), 'AUTH="--enable-bootstrap-token-auth"\n');
  });
});

describe('flags in variables that are named after two components', () => {
  const named: readonly (readonly [variable: string, text: string, expected: readonly string[]])[] = [
    [
      'the kubelet’s API server',
      'KUBELET_API_SERVER="--api-servers=http://a:8080"\n',
      ['x.env: --api-servers (kubelet)'],
    ],
    [
      'the API server’s port of kubelets',
      'KUBELET_PORT="--kubelet-port=10250 --insecure-port=0"\n',
      ['x.env: --insecure-port (kube-apiserver)'],
    ],
    [
      'the API server’s kubelet flags',
      'KUBE_API_KUBELET="--kubelet-https=true"\n',
      ['x.env: --kubelet-https (kube-apiserver)'],
    ],
    [
      'a misspelt flag of the kubelet',
      'KUBELET_ARGS="--v=2 --anonymus-auth=false"\n',
      ['x.env: --anonymus-auth (kubelet)'],
    ],
  ];
  for (const [name, text, expected] of named) {
    test(name, () => {
      assert.deepEqual(stopping({ 'x.env': text }), expected);
    });
  }

  test('in a script and in a unit', () => {
    const script = '#!/bin/sh\nKUBELET_PORT="--kubelet-port=10250 --insecure-port=0"\n';
    assert.deepEqual(stopping({ 'a.sh': script }), ['a.sh: --insecure-port (kube-apiserver)']);
    const entry = '[Service]\nEnvironment="KUBELET_PORT=--kubelet-port=10250 --insecure-port=0"\n';
    assert.deepEqual(stopping({ 'kubelet.service.d/a.conf': entry }), [
      'kubelet.service.d/a.conf: --insecure-port (kube-apiserver)',
    ]);
  });
});
