import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticOf, open, openUntitled, sampleFile, setting } from '../editor';
import { test } from '../registry';
import { until } from '../until';

const kubelet = sampleFile('2018-cluster', 'kubelet');

/** Returns what the editor shows over the first occurrence of a word, as Markdown, once it contains a text. */
async function hoverOver(document: vscode.TextDocument, word: string, wanted: string): Promise<string> {
  const start = document.getText().indexOf(word);
  assert.ok(start >= 0, `${word} stands in ${document.uri.path}`);
  let shown = '';
  return until(
    `a hover with ${wanted}`,
    async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(start + 3),
      );
      const contents = hovers.flatMap((hover) => hover.contents);
      shown = contents.map((part) => (part instanceof vscode.MarkdownString ? part.value : '')).join('\n');
      return shown.includes(wanted) && shown;
    },
    () => shown,
  );
}

test('a hover tells what a flag is for, how it stands in the target release and what is in force', async () => {
  await setting('kubernetesVersion', '1.30');
  const document = await open(kubelet);
  const shown = await hoverOver(document, '--kubeconfig', 'flag of kubelet');
  assert.match(shown, /it writes this file itself/);
  assert.match(shown, /Kubernetes 1\.30: accepted/);
  assert.match(
    shown,
    /In force: `[^`]+`, set in \[kubelet, line \d+\]\(tls-bootstrap-sample:\/2018-cluster\/kubelet#L\d+\)/,
  );
  assert.match(shown, /\(command:tlsBootstrap\.openPlayer\?/);
});

test('the hover of a finding leads to its rule and its step, and says the rest once', async () => {
  await setting('kubernetesVersion', '1.36');
  const document = await open(sampleFile('2018-cluster', 'controller-manager'));
  await diagnosticOf(document.uri, 'flag-removed');
  const flag = '--experimental-cluster-signing-duration';
  const shown = await hoverOver(document, flag, 'gone in 1.25');
  assert.equal(shown.split('Explain flag-removed').length, 2, shown);
});

test('hovers tell as much with linting switched off', async () => {
  await setting('lint.run', 'off');
  const document = await openUntitled(
    'yaml',
    'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nserverTLSBootstrap: true\n',
  );
  await hoverOver(document, 'serverTLSBootstrap', 'field of KubeletConfiguration');
});

test('what a file says cannot break out of a hover', async () => {
  const document = await openUntitled(
    'ini',
    '[Service]\nExecStart=/usr/bin/kubelet --kubeconfig=/k --hostname-override="/a`](command:x)"\n',
  );
  const shown = await hoverOver(document, '--hostname-override', 'flag of kubelet');
  assert.doesNotMatch(shown, /command:x\)(?!`)/);
});
