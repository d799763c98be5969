import assert from 'node:assert/strict';
import { test } from 'node:test';
import { machineRootOf } from '../../../src/core/grouping/machineTree';

const cases: readonly (readonly [path: string, root: string | undefined])[] = [
  ['etc/systemd/system/kubelet.service', ''],
  ['etc/systemd/system/kubelet.service.d/10-kubeadm.conf', ''],
  ['node-1/etc/kubernetes/bootstrap.conf', 'node-1'],
  ['node-1/var/lib/kubelet/config.yaml', 'node-1'],
  ['a/b/etc/kubernetes/manifests/kube-apiserver.yaml', 'a/b'],
  ['node-1/etc/default/kubelet', 'node-1'],
  ['node-1/usr/lib/systemd/system/kubelet.service', 'node-1'],
  ['node-1/usr/local/lib/systemd/system/kubelet.service', 'node-1'],
  ['node-1/etc/kubernetes/backup/etc/kubernetes/kubelet.conf', 'node-1/etc/kubernetes/backup'],
  ['etc/kubelet.service', undefined],
  ['metc/kubernetes/kubelet.conf', undefined],
  ['etc/kubernetes-1.7/kubelet.conf', undefined],
  ['etc/kubernetes', undefined],
  ['kubelet.service', undefined],
];

for (const [path, root] of cases) {
  test(`${path} is laid out like a machine below ${root === undefined ? 'nothing' : `'${root}'`}`, () => {
    assert.equal(machineRootOf(path), root);
  });
}
