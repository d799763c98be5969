import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticOf, gone, open, ours, openUntitled, replace, rulesAt, sampleFile, setting, SOURCE } from '../editor';
import { test } from '../registry';
import { until } from '../until';

const kubelet = sampleFile('2018-cluster', 'kubelet');

test('a finding names us, its rule with a page, a severity and the place', async () => {
  const document = await open(kubelet);
  const diagnostic = await diagnosticOf(kubelet, 'rotate-certificates-missing');
  assert.equal(diagnostic.source, SOURCE);
  assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Warning);
  const { target } = diagnostic.code as { target: vscode.Uri };
  assert.equal(target.toString(), 'tls-bootstrap-rule:/rotate-certificates-missing.md');
  assert.ok(diagnostic.range.isSingleLine && document.validateRange(diagnostic.range).isEqual(diagnostic.range));
  assert.ok(!/[{}]/.test(diagnostic.message), diagnostic.message);
});

test('findings follow the typing', async () => {
  const document = await open(kubelet);
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
  await replace(document, '--fail-swap-on=false', '--fail-swap-on=false --rotate-certificates');
  await gone(kubelet, 'rotate-certificates-missing');
  await replace(document, ' --rotate-certificates', ' --rotate-certificates=false');
  await diagnosticOf(kubelet, 'rotate-certificates-off');
});

test('an open file shows the findings of the whole cluster, and takes them along when it is closed', async () => {
  await open(sampleFile('2018-cluster', 'kubelet.service'));
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await until(
    'the findings to go',
    () => ours(kubelet).length === 0,
    () => rulesAt(kubelet),
  );
});

test('a change in one file changes the findings of another', async () => {
  const rbac = sampleFile('2018-cluster', 'bootstrap-rbac.yaml');
  const document = await open(rbac);
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
  await diagnosticOf(rbac, 'selfnodeserver-dead');
  const unit = await open(sampleFile('2018-cluster', 'kubelet.service'));
  await replace(unit, '$KUBELET_ARGS', '$KUBELET_ARGS --rotate-certificates');
  await gone(kubelet, 'rotate-certificates-missing');
  assert.ok(rulesAt(document.uri).includes('selfnodeserver-dead'));
});

test('an unsaved document is judged by itself', async () => {
  const { uri } = await openUntitled(
    'yaml',
    'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nrotateCertificates: false\n',
  );
  await diagnosticOf(uri, 'rotate-certificates-off');
  assert.deepEqual(rulesAt(kubelet), []);
});

test('linting can be left to saving, and switched off', async () => {
  const document = await open(kubelet);
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
  await setting('lint.run', 'off');
  await until('the findings to go', () => ours(kubelet).length === 0);
  await setting('lint.run', 'onSave');
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
  await replace(document, '--fail-swap-on=false', '--fail-swap-on=false --rotate-certificates');
  assert.ok(rulesAt(kubelet).includes('rotate-certificates-missing'));
  await document.save();
  await gone(kubelet, 'rotate-certificates-missing');
  await replace(document, ' --rotate-certificates', '');
  await document.save();
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
});

test('a severity can be changed by a setting', async () => {
  await open(kubelet);
  await diagnosticOf(kubelet, 'rotate-certificates-missing');
  await setting('rules.rotate-certificates-missing.severity', 'error');
  await until('an error', async () => {
    const { severity } = await diagnosticOf(kubelet, 'rotate-certificates-missing');
    return severity === vscode.DiagnosticSeverity.Error;
  });
  await setting('rules.rotate-certificates-missing.severity', 'off');
  await gone(kubelet, 'rotate-certificates-missing');
});
