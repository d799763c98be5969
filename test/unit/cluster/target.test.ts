import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clusterOf, kubernetes, unit } from './reading';

const kubelet = (program: string) => ({ 'kubelet.service': unit(`${program} --v=2`) });

test('the release asked for wins', () => {
  const { target } = clusterOf(kubelet('/opt/kubernetes/v1.7.5/bin/kubelet'), '1.9');
  assert.deepEqual(target, { release: '1.9', source: 'option', evidence: undefined });
});

test('without evidence the newest release is assumed', () => {
  const { target } = clusterOf(kubelet('/usr/bin/kubelet'), 'auto');
  assert.deepEqual(target, { release: kubernetes.releases.newest, source: 'default', evidence: undefined });
});

test('a program kept under its version is evidence', () => {
  const { target } = clusterOf(kubelet('/opt/kubernetes/v1.7.5/bin/kubelet'), 'auto');
  assert.equal(target.release, '1.7');
  assert.equal(target.source, 'evidence');
  assert.equal(target.evidence?.path, 'kubelet.service');
});

test('so is the tag of an image a unit runs, but not in a comment', () => {
  const run = '/usr/bin/docker run gcr.io/google_containers/hyperkube-amd64:v1.8.4 kubelet --v=2';
  const text = unit('/usr/bin/kubelet --v=2', `ExecStartPre=${run}`);
  assert.equal(clusterOf({ 'kubelet.service': text }, 'auto').target.release, '1.8');
  const commented = unit('/usr/bin/kubelet --v=2', `# ExecStartPre=${run}`);
  assert.equal(clusterOf({ 'kubelet.service': commented }, 'auto').target.source, 'default');
});

test('and the tag that Container Linux takes', () => {
  const text = unit('/usr/lib/coreos/kubelet-wrapper --v=2', 'Environment=KUBELET_IMAGE_TAG=v1.9.6_coreos.0');
  const { target } = clusterOf({ 'kubelet.service': `${text}\nExecStart=/usr/bin/kubelet --v=2\n` }, 'auto');
  assert.equal(target.release, '1.9');
});

const staticPod = (image: string): string =>
  `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: ${image}\n    command: [kube-apiserver, --v=2]\n`;

test('and the tag of the image that a static pod runs', () => {
  const images = [
    'registry.k8s.io/kube-apiserver:v1.29.3@sha256:0123',
    '"k8s.gcr.io/kube-apiserver-amd64:v1.29.0-rc.1"',
  ];
  for (const image of images) {
    const { target } = clusterOf({ 'pod.yaml': staticPod(image) }, 'auto');
    assert.deepEqual([target.release, target.source], ['1.29', 'evidence'], image);
    assert.equal(target.evidence?.path, 'pod.yaml');
  }
  const others = [
    'kube-apiserver',
    'kube-proxy:v1.9.0',
    'pause:3.1',
    'kube-apiserver-proxy:v1.2.3',
    'kube-apiserver:${TAG}',
  ];
  for (const image of others) {
    assert.equal(clusterOf({ 'pod.yaml': staticPod(image) }, 'auto').target.source, 'default', image);
  }
});

test('evidence that disagrees is none', () => {
  const { target } = clusterOf(
    {
      'a/kubelet.service': unit('/opt/kubernetes/v1.7.5/bin/kubelet --v=2'),
      'b/kubelet.service': unit('/opt/kubernetes/v1.8.4/bin/kubelet --v=2'),
    },
    'auto',
  );
  assert.equal(target.source, 'default');
});
