import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BOOT, clusterOf, configuration, KUBECONFIG, kubeletOf, shown } from './reading';

const pod = (command: string): string =>
  `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: a\n    command: ${command}\n`;

test('what a container does not write is absent', () => {
  const { apiServer } = clusterOf({ 'api.yaml': pod('[kube-apiserver, --v=2]') });
  assert.deepEqual(apiServer?.unknown, []);
  assert.equal(shown(apiServer.flag('v')), 'set 2');
  assert.equal(apiServer.flag('token-auth-file').state, 'absent');
});

test('what fills an argument from elsewhere may be any flag', () => {
  for (const argument of ['$(MORE)', '"{{ more }}"', '"${MORE}"']) {
    const { apiServer } = clusterOf({ 'api.yaml': pod(`[kube-apiserver, --v=2, ${argument}]`) });
    assert.equal(apiServer?.flag('token-auth-file').state, 'unknown', argument);
  }
});

test('no EnvironmentFile in view fills the variables of a container', () => {
  const files = {
    'kubelet.yaml': pod('["sh", "-c", "exec kubelet --v=2 $MORE_ARGS"]'),
    'kubelet.env': 'MORE_ARGS="--rotate-certificates"\n',
  };
  const kubelet = clusterOf(files).kubelets.find(({ path }) => path === 'kubelet.yaml');
  assert.equal(kubelet?.rotateCertificates.state, 'unknown');
});

test('a configuration file is read as it is for a unit', () => {
  const files = {
    'kubelet.yaml': pod(`[kubelet, ${BOOT}, ${KUBECONFIG}, --config=/var/lib/kubelet/config.yaml]`),
    'var/lib/kubelet/config.yaml': configuration('rotateCertificates: true'),
  };
  assert.equal(shown(kubeletOf(files).rotateCertificates), 'set true');
});
