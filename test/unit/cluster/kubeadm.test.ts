import assert from 'node:assert/strict';
import { test } from 'node:test';

import { clusterOf, kubernetes, unit } from './reading';

const cluster = (version: string): string =>
  `apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: ${version}\n`;

const configuration = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nmaxPods: 10\n';

test('the version kubeadm installs is evidence', () => {
  for (const [version, release] of [
    ['v1.25.2', '1.25'],
    ['1.25.2', '1.25'],
    ['"v1.25.0-rc.1"', '1.25'],
    ['stable-1.25', '1.25'],
  ] as const) {
    const { target } = clusterOf({ 'kubeadm.yaml': cluster(version) }, 'auto');
    assert.deepEqual([target.release, target.source], [release, 'evidence'], version);
    const text = cluster(version);
    const range = target.evidence?.range;
    assert.equal(range && text.slice(range.start, range.end), version);
  }
});

test('a label without a release, a template or another field is not', () => {
  for (const version of ['stable', 'latest', '{{ version }}', 'v1.{{ minor }}', '2.0.0', '""']) {
    const { target } = clusterOf({ 'kubeadm.yaml': cluster(version) }, 'auto');
    assert.deepEqual([target.release, target.source], [kubernetes.releases.newest, 'default'], version);
  }
});

test('flags in a kubeadm file are never the whole command line', () => {
  const args =
    'apiServer:\n  extraArgs:\n    profiling: "false"\ncontrollerManager:\n  extraArgs:\n    profiling: "false"\n';
  const node =
    'apiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n    v: "2"\n';
  const { apiServer, controllerManager, kubelets } = clusterOf(
    { 'a.yaml': `${cluster('v1.25.2')}${args}---\n${node}` },
    'auto',
  );
  assert.equal(apiServer?.flag('profiling').state, 'set');
  assert.equal(apiServer.flag('token-auth-file').state, 'unknown');
  assert.equal(controllerManager?.flag('cluster-signing-cert-file').state, 'unknown');
  assert.equal(kubelets.length, 1);
  assert.equal(kubelets[0]?.flag('v').state, 'set');
  assert.equal(kubelets[0].rotateCertificates.state, 'unknown');
});

test('what a configuration in a kubeadm file or a drop-in leaves out is unknown', () => {
  const run = unit('/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --bootstrap-kubeconfig=/b --kubeconfig=/k');
  const state = (path: string, text: string) =>
    clusterOf({ 'kubelet.service': run, [path]: text }, '1.25').kubelets[0]?.rotateCertificates.state;
  assert.equal(state('var/lib/kubelet/config.yaml', configuration), 'absent');
  assert.equal(state('kubeadm.yaml', `${cluster('v1.25.2')}---\n${configuration}`), 'unknown');
  assert.equal(state('kubelet.d/20-pods.conf', configuration), 'unknown');
});
