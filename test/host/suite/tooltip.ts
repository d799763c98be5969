import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readFile } from '../../../src/core/documents/readFile';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { lint } from '../../../src/core/lint/lint';
import { SourceText } from '../../../src/core/text/sourceText';
import { ClusterView } from '../../../src/host/clusterView';
import { targetReason, targetTooltip } from '../../../src/host/targetTooltip';
import { test } from '../registry';

const folder = vscode.Uri.file('/a/folder');

/** Returns what the files given by path mean together. */
function viewOf(texts: Readonly<Record<string, string>>): ClusterView {
  const options = { kubernetes: createKubernetes(kubernetesData), target: 'auto' as const };
  const parsed = Object.entries(texts).map(([path, text]) => readFile(new SourceText(path, text)));
  const files = parsed.map((file) => ({
    uri: vscode.Uri.joinPath(folder, file.source.path),
    parsed: file,
    version: undefined,
  }));
  return new ClusterView(folder, options, lint(parsed, options), files);
}

test('the status item says which line names the release, and leads there', async () => {
  const view = viewOf({
    'kubeadm.yaml': 'apiVersion: kubeadm.k8s.io/v1beta2\nkind: ClusterConfiguration\nkubernetesVersion: v1.20.2\n',
  });
  assert.equal(targetReason(view), 'Files are judged against Kubernetes 1.20, which kubeadm.yaml, line 3 names.');
  const { value } = targetTooltip(view);
  assert.match(value, /\]\(file:\/\/\/a\/folder\/kubeadm\.yaml#L3\)/);
  return Promise.resolve();
});

test('the status item notes a template once', async () => {
  const view = viewOf({
    'kubelet.env': 'KUBELET_ARGS="--node-ip={{ ip }} --hostname-override={{ name }} --kubeconfig=/k"\n',
  });
  const { value } = targetTooltip(view);
  assert.equal(value.split('is a template').length, 2, value);
  return Promise.resolve();
});
