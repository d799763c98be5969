import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { readFile } from '../../../src/core/documents/readFile';
import { fixAll } from '../../../src/core/lint/applyFixes';
import { lint } from '../../../src/core/lint/lint';
import { SourceText } from '../../../src/core/text/sourceText';
import { options as defaults } from './reading';

const manifest = `apiVersion: v1
kind: ConfigMap
metadata: {name: kubelet-config}
data:
  kubelet: |
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    authentication: {x509: {clientCAFile: /ca.crt}}
    # the old way
    featureGates:
      RotateKubeletClientCertificate: true
    rotateCertificates: false
`;

const options = { ...defaults, target: '1.30' } as const;

describe('a file inside another', () => {
  const files = [readFile(new SourceText('cm.yaml', manifest))];

  test('is judged where it stands', () => {
    const { findings } = lint(files, options);
    const removed = findings.find(({ rule }) => rule === 'feature-gate-removed');
    assert.equal(removed?.path, 'cm.yaml');
    assert.match(manifest.slice(removed.range.start, removed.range.end), /^RotateKubeletClientCertificate/);
    for (const { path } of findings.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits))) {
      assert.equal(path, 'cm.yaml');
    }
  });

  test('is repaired where it stands', () => {
    const fixed = fixAll(files, options, { ruleIds: ['feature-gate-removed'] }).get('cm.yaml');
    assert.equal(fixed, manifest.replace('    featureGates:\n      RotateKubeletClientCertificate: true\n', ''));
  });

  test('is silenced where it stands', () => {
    const silenced = manifest.replace(
      '      RotateKubelet',
      '      # tls-bootstrap-disable-next-line feature-gate-removed\n      RotateKubelet',
    );
    const { findings } = lint([readFile(new SourceText('cm.yaml', silenced))], options);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'feature-gate-removed' || rule === 'unused-silencing'),
      [],
    );
  });
});
