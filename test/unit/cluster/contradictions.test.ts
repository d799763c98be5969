import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kubeconfigOf } from '../../../src/core/cluster/kubeconfigInView';
import { lint } from '../../../src/core/lint/lint';
import { read } from '../lint/reading';
import { clusterOf, configuration, kubernetes, unit } from './reading';

const KUBELET = '/usr/bin/kubelet --bootstrap-kubeconfig=/etc/b --kubeconfig=/etc/kubernetes/kubelet.kubeconfig';
const NAMED = `${KUBELET} --config=/var/lib/kubelet/config.yaml`;

function manager(...flags: readonly string[]): string {
  return unit(['/usr/bin/kube-controller-manager', '--kubeconfig=/k', ...flags].join(' '));
}

test('two files that may both be the configuration leave its settings open', () => {
  const files = {
    'kubelet.service': unit(NAMED),
    'a/config.yaml': configuration('rotateCertificates: true'),
    'b/config.yaml': configuration('rotateCertificates: false'),
  };
  const [kubelet] = clusterOf(files).kubelets;
  assert.deepEqual(kubelet?.rotateCertificates, {
    state: 'unknown',
    reasons: [{ type: 'contradiction', paths: ['a/config.yaml', 'b/config.yaml'] }],
  });
  const { findings } = lint(read(files), { kubernetes, target: '1.30' });
  assert.ok(!findings.some(({ rule, path }) => rule.startsWith('rotate-') && path === 'kubelet.service'));
});

test('of two files of that name, the one that lies as the path says is the configuration', () => {
  const files = {
    'kubelet.service': unit(NAMED),
    'var/lib/kubelet/config.yaml': configuration('rotateCertificates: true'),
    'other/config.yaml': configuration('rotateCertificates: false'),
  };
  const kubelet = clusterOf(files).kubelets.find(({ path }) => path === 'kubelet.service');
  assert.equal(kubelet?.configuration?.path, 'var/lib/kubelet/config.yaml');
});

test('a unit beside each of two configurations takes its own', () => {
  const files = {
    'a/kubelet.service': unit(NAMED),
    'a/config.yaml': configuration('rotateCertificates: true'),
    'b/kubelet.service': unit(NAMED),
    'b/config.yaml': configuration('rotateCertificates: false'),
  };
  const joined = clusterOf(files).kubelets.map(({ path, configuration: taken }) => [path, taken?.path]);
  assert.deepEqual(joined, [
    ['a/kubelet.service', 'a/config.yaml'],
    ['b/kubelet.service', 'b/config.yaml'],
  ]);
});

test('two controller managers speak with one voice where they agree, and not at all where they differ', () => {
  const { controllerManager } = clusterOf({
    'a/kube-controller-manager.service': manager('--cluster-signing-duration=1h', '--bind-address=10.0.0.1'),
    'b/kube-controller-manager.service': manager('--cluster-signing-duration=2h', '--bind-address=10.0.0.2'),
  });
  assert.equal(controllerManager?.flag('kubeconfig').state, 'set');
  assert.equal(controllerManager.flag('cluster-signing-duration').state, 'unknown');
  assert.deepEqual(controllerManager.flags('cluster-signing-duration'), []);
});

test('what one of them writes and the other leaves to the default is a difference, unless it is the default', () => {
  const together = (flag: string) =>
    clusterOf({ 'a.service': manager(flag), 'b.service': manager() }).controllerManager?.flag(
      'cluster-signing-duration',
    );
  assert.equal(together('--cluster-signing-duration=1h')?.state, 'unknown');
  assert.equal(together('--cluster-signing-duration=8760h0m0s')?.state, 'set');
});

test('a repair never takes its value from one of two control planes that differ', () => {
  const findings = (...certificates: readonly string[]) =>
    lint(
      read({
        'kube-apiserver.service': unit('/usr/bin/kube-apiserver --authorization-mode=Node,RBAC'),
        'kubelet.service': unit(`${KUBELET} --rotate-server-certificates --rotate-certificates`),
        ...Object.fromEntries(
          certificates.map((file, index) => [
            `${String(index)}/kube-controller-manager.service`,
            manager(`--cluster-signing-cert-file=${file}`, '--cluster-signing-key-file=/ca.key'),
          ]),
        ),
      }),
      { kubernetes, target: '1.30' },
    ).findings.find(({ rule }) => rule === 'apiserver-kubelet-ca-missing');
  assert.equal(findings('/ca.crt')?.fixes.length, 1);
  assert.equal(findings('/ca.crt', '/ca.crt')?.fixes.length, 1);
  assert.deepEqual(findings('/ca.crt', '/other.crt')?.fixes, []);
});

test('half a kubeconfig is found and costs nothing else', () => {
  const files = {
    'kubelet.service': unit(KUBELET),
    'kubelet.kubeconfig': 'apiVersion: v1\nkind: Config\nusers:\n- name: u\n',
  };
  const cluster = clusterOf(files);
  const [kubelet] = cluster.kubelets;
  assert.equal(kubelet && kubeconfigOf(cluster, kubelet)?.path, 'kubelet.kubeconfig');
  assert.deepEqual(lint(read(files), { kubernetes, target: '1.30' }).faults, []);
});
