import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { lint } from '../../../src/core/lint/lint';
import { BOOT, options, read } from './reading';

/** Ids of all findings at 1.30 but those of the rules about who may talk to the kubelet. */
function rulesFor(files: Readonly<Record<string, string>>): readonly string[] {
  const { findings } = lint(read(files), { ...options, target: '1.30' });
  return findings.map(({ rule }) => rule).filter((rule) => !rule.startsWith('kubelet-'));
}

const unit = `[Service]\nExecStart=/usr/bin/kubelet ${BOOT} --kubeconfig=/k --config=/etc/config.yaml\n`;
const configuration = (lines: string): string =>
  `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n${lines}`;

describe('what is written in another spelling is not missing as well', () => {
  test('without a field for it, both are missing', () => {
    const files = { 'kubelet.service': unit, 'etc/config.yaml': configuration('maxPods: 1\n') };
    assert.deepEqual(rulesFor(files), ['rotate-certificates-missing', 'serving-rotation-missing']);
  });

  for (const lines of [
    'rotateCertificatess: true\nserverTlsBootstraps: true\n',
    'rotatecertificates: true\nservertlsbootstrap: true\n',
    'rotate-certificates: true\nrotate-server-certificates: true\n',
    'authentication:\n  rotateCertificates: true\n  serverTLSBootstrap: true\n',
  ]) {
    test(`configuration: ${lines.replaceAll('\n', ' ')}`, () => {
      const files = { 'kubelet.service': unit, 'etc/config.yaml': configuration(lines) };
      assert.deepEqual(rulesFor(files), ['config-field-unknown', 'config-field-unknown']);
    });
  }

  for (const [words, rule] of [
    ['--rotate-certificatess --rotate-server-certificats', 'flag-unknown'],
    ['--rotateCertificates --rotateServerCertificates', 'flag-unknown'],
    ['-rotate-certificates -rotate-server-certificates', 'flag-malformed'],
    ['\u2013\u2013rotate-certificates \u2014rotate-server-certificates', 'flag-malformed'],
  ] as const) {
    test(`flags: ${words}`, () => {
      assert.deepEqual(rulesFor({ 'kubelet.env': `KUBELET_ARGS="${BOOT} --kubeconfig=/k ${words}"\n` }), [rule, rule]);
    });
  }

  test('a controller manager with misspelt keys', () => {
    const text = (flags: string): string =>
      `[Service]\nExecStart=/usr/bin/kube-controller-manager --kubeconfig=/k --use-service-account-credentials --service-account-private-key-file=/s ${flags}\n`;
    const missing = rulesFor({ 'kube-controller-manager.service': text('') });
    assert.ok(missing.includes('controller-manager-root-ca-missing') || missing.includes('signing-key-missing'));
    const misspelt = rulesFor({
      'kube-controller-manager.service': text(
        '--root-ca-fil=/a --cluster-signing-cert-fil=/c --cluster-signing-key-fil=/k',
      ),
    });
    assert.deepEqual(misspelt, ['flag-unknown', 'flag-unknown', 'flag-unknown']);
  });
});

test('a flag in a template wins over the configuration: what it says is unknown', () => {
  const files = {
    'kubelet.service': unit.replace('--config', '--rotate-certificates={{ rotate }} --config'),
    'etc/config.yaml': configuration('rotateCertificates: false\n'),
  };
  assert.ok(!rulesFor(files).includes('rotate-certificates-off'));
});
