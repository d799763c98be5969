import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clusterPathOf } from '../../../src/host/clusterPath';

const cases: readonly (readonly [file: string, root: string, folder: string])[] = [
  ['/w/a/kubelet', '/w', '/w/a'],
  ['/w/kubelet', '/w', '/w'],
  ['/w/kubelet.service.d/10-kubeadm.conf', '/w', '/w'],
  ['/w/a/kubelet.service.d/10-kubeadm.conf', '/w/', '/w/a'],
  ['/w/kubelet.service.d/10-kubeadm.conf', '/w/kubelet.service.d', '/w/kubelet.service.d'],
  ['/w/kubelet.service.d/10-kubeadm.conf', '/w/kubelet.service.d/', '/w/kubelet.service.d'],
  ['/kubelet', '/', '/'],
  ['/w/node-1/etc/systemd/system/kubelet.service', '/w', '/w/node-1'],
  ['/w/node-1/etc/systemd/system/kubelet.service.d/10-kubeadm.conf', '/w/', '/w/node-1'],
  ['/w/node-1/var/lib/kubelet/config.yaml', '/w', '/w/node-1'],
  ['/w/etc/kubernetes/bootstrap.conf', '/w', '/w'],
  ['/etc/kubernetes/bootstrap.conf', '/', '/'],
  ['/node-1/etc/kubernetes/bootstrap.conf', '/', '/node-1'],
  ['/etc/kubernetes/manifests/kube-apiserver.yaml', '/etc/kubernetes', '/etc/kubernetes/manifests'],
  ['/c:/w/kubelet.service', '/c:/w', '/c:/w'],
];

for (const [file, root, folder] of cases) {
  test(`${file} in ${root} belongs to ${folder}`, () => {
    assert.equal(clusterPathOf(file, root), folder);
  });
}
