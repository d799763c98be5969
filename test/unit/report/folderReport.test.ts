import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { englishTexts } from '../../../docs/translations';
import { readFile } from '../../../src/core/documents/readFile';
import { playOf } from '../../../src/core/flow/playOf';
import { workspaceRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import { lint } from '../../../src/core/lint/lint';
import { overviewOf } from '../../../src/core/overview/overviewOf';
import { folderReport } from '../../../src/core/report/folderReport';
import { SourceText } from '../../../src/core/text/sourceText';
import { kubernetes } from '../../rules/examples';

type Files = Readonly<Record<string, string>>;

function filesOf(sample: string): Files {
  const folder = join('media/samples', sample);
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function reportOf(files: Files): string {
  const parsed = Object.entries(files).map(([path, text]) => readFile(new SourceText(path, text)));
  const options = { kubernetes, target: 'auto' } as const;
  const result = lint(parsed, options);
  const play =
    result.cluster.kubelets.length > 0
      ? playOf(simulate(result.cluster, workspaceRun), { id: 'host.ownFiles', params: {} })
      : undefined;
  return folderReport({ name: 'node', result, overview: overviewOf(result, options), play }, englishTexts());
}

test('the sample of 2018: release, end, findings with place and fix, files', () => {
  const report = reportOf(filesOf('2018-cluster'));
  assert.match(report, /^# Kubelet TLS bootstrap: node\n\nJudged against Kubernetes 1\.\d+/);
  assert.match(report, /^## How it ends\n\n.*never becomes Ready/m);
  assert.match(
    report,
    /^- \*\*warning\*\* kubelet:\d+ This kubelet .*\(`rotate-certificates-missing`\)\n {2}- Fix: Add --rotate-certificates$/m,
  );
  assert.match(report, /^- kubelet\\?\.service \\\(systemd-unit\\\)$/m);
  assert.doesNotMatch(report, /\{\w+\}/);
});

test('the sample of today: nothing to report, and it renews', () => {
  const report = reportOf(filesOf('today'));
  assert.match(report, /## Findings\n\nNothing to report\.\n/);
  assert.match(report, /renews its certificate/);
});

test('what a template decides is not told as bad news', () => {
  const config =
    'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nrotateCertificates: {{ rotate }}\n';
  const report = reportOf({ 'kubelet-config.yaml': config });
  assert.match(
    report,
    /## How it ends\n\nHow it ends is not known: a template decides rotateCertificates in kubelet-config\\?.yaml\.$/m,
  );
  assert.doesNotMatch(report, /NotReady/);
});

test('names of files cannot write Markdown', () => {
  const report = reportOf({
    '[x](command:evil) <b>|`# \n- y.env': 'KUBELET_ARGS="--bootstrap-kubeconfig=/b --kubeconfig=/k"\n',
  });
  assert.doesNotMatch(report, /\[x\]\(command/);
  assert.doesNotMatch(report, /<b>/);
  assert.doesNotMatch(report, /^- y\.env/m);
});

test('without a kubelet there is nothing to play', () => {
  const role =
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: a\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: cluster-admin\nsubjects:\n- kind: Group\n  apiGroup: rbac.authorization.k8s.io\n  name: system:bootstrappers\n';
  assert.match(reportOf({ 'rbac.yaml': role }), /nothing to play/);
});

test('the settings in force with their places, and what is unknown with the rules that are silent for it', () => {
  const report = reportOf({
    'kubelet.service':
      '[Service]\nExecStart=/usr/bin/kubelet --kubeconfig=/k --bootstrap-kubeconfig=/b --rotate-certificates \\\n  $MORE\n',
  });
  assert.match(report, /^### kubelet: kubelet\.service:2$/m);
  assert.match(report, /^\| --rotate-certificates \| true \| kubelet\.service:2 \|$/m);
  assert.match(
    report,
    /^\| --read-only-port \| unknown \(Nothing in view sets \$MORE\. Rules .*kubelet-read-only-port\.\) \|\s+\|$/m,
  );
});

test('a cell of the table holds no bar, tag or line of the files', () => {
  const report = reportOf({
    'a|b`<i>.service': '[Service]\nExecStart=/usr/bin/kubelet --kubeconfig=/k --cert-dir="/a|b `x` <i>"\n',
  });
  const rows = report.split('\n').filter((line) => line.startsWith('| '));
  assert.ok(rows.length > 5);
  for (const row of rows) assert.equal(row.split(/(?<!\\)\|/).length, 5, row);
  assert.doesNotMatch(report, /(?<!\\)<i>/);
});

test('no secret of the files stands in a report', () => {
  const secret = '0123456789abcdef0123456789abcdef';
  const report = reportOf({
    'token.csv': `${secret},kubelet-bootstrap,10001,"system:bootstrappers"\n`,
    'bootstrap.kubeconfig': `apiVersion: v1\nkind: Config\nclusters: [{name: c, cluster: {server: "https://u:${secret}@h"}}]\nusers: [{name: u, user: {token: ${secret}}}]\ncontexts: [{name: x, context: {cluster: c, user: u}}]\ncurrent-context: x\n`,
    'kubelet.service': `[Service]\nExecStart=/usr/bin/kubelet --kubeconfig=/k --hostname-override=${secret}\n`,
  });
  assert.match(report, /kubelet-bootstrap/);
  assert.doesNotMatch(report, new RegExp(secret));
});

test('a request for a certificate: what is asked for and who approves it', () => {
  const text = readFileSync('src/core/lint/rules/csr-not-recognised/examples/organization.bad.yaml', 'utf8');
  const report = reportOf({ 'csr.yaml': text });
  assert.match(report, /### Certificate requests\n\n- node-1: system:node:node-1: nothing built in recognises it/);
  assert.match(report, /\(`csr-not-recognised`\)/);
});
