import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lineSummary, read, variants } from '../reading';
import { documentsOfType } from '../typed';

const controlPlane = `apiVersion: controlplane.cluster.x-k8s.io/v1beta1
kind: KubeadmControlPlane
spec:
  kubeadmConfigSpec:
    clusterConfiguration:
      apiServer:
        extraArgs:
          profiling: "false"
    initConfiguration:
      nodeRegistration:
        kubeletExtraArgs: {v: "2"}
    joinConfiguration:
      nodeRegistration:
        kubeletExtraArgs:
        - {name: v, value: "3"}
`;

for (const variant of variants(controlPlane)) {
  test(`Cluster API hands arguments to kubeadm, ${variant.name}`, () => {
    const file = read('cp.yaml', variant.text);
    const lines = documentsOfType(file, 'flags').flatMap(({ commandLines }) => commandLines);
    assert.deepEqual(lines.map(lineSummary), [
      'kube-apiserver : $kubeadm | --profiling=false',
      'kubelet KUBELET_KUBEADM_ARGS: --v=2',
      'kubelet KUBELET_KUBEADM_ARGS: --v=3',
    ]);
    const eol = file.source.lineEnding;
    const [edit] = lines[0]?.editor.add('--v=2') ?? [];
    assert.equal(edit?.newText, `${eol}          v: "2"`);
  });
}

test('other groups and kinds of Cluster API are nothing', () => {
  for (const text of [
    controlPlane.replace('cluster.x-k8s.io', 'example.com'),
    controlPlane.replace('kind: KubeadmControlPlane', 'kind: KubeadmOther'),
  ]) {
    assert.equal(read('cp.yaml', text).kind, undefined);
  }
});
