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
  ['/c:/w/kubelet.service', '/c:/w', '/c:/w'],
];

for (const [file, root, folder] of cases) {
  test(`${file} in ${root} belongs to ${folder}`, () => {
    assert.equal(clusterPathOf(file, root), folder);
  });
}
