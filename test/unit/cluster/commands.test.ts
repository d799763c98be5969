import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BOOT, clusterOf, KUBECONFIG, kubeletOf, shown, unit } from './reading';

const flagNames = (files: Readonly<Record<string, string>>): string => {
  const { commandLines } = kubeletOf(files);
  return commandLines.map(({ value }) => value.variable ?? 'command').join(' ');
};

test('a unit alone is a whole command line', () => {
  const kubelet = kubeletOf({ 'kubelet.service': unit(`/usr/bin/kubelet ${BOOT} --v=2`) });
  assert.deepEqual(kubelet.unknown, []);
  assert.equal(shown(kubelet.bootstrapKubeconfig), 'set /etc/kubernetes/bootstrap.kubeconfig');
  assert.equal(shown(kubelet.flag('v')), 'set 2');
  assert.equal(shown(kubelet.flag('rotate-certificates')), 'absent false');
});

test('a variable stands where the command takes it in: of two values the later wins', () => {
  const files = (command: string) => ({
    'kubelet.service': unit(command, 'EnvironmentFile=/etc/kubernetes/kubelet'),
    'etc/kubernetes/kubelet': 'KUBELET_ARGS="--v=1"\n',
  });
  assert.equal(shown(kubeletOf(files('/usr/bin/kubelet --v=2 $KUBELET_ARGS')).flag('v')), 'set 1');
  assert.equal(shown(kubeletOf(files('/usr/bin/kubelet $KUBELET_ARGS --v=2')).flag('v')), 'set 2');
});

test('an EnvironmentFile wins over Environment=, a later assignment over an earlier one', () => {
  const kubelet = kubeletOf({
    'kubelet.service': unit(
      '/usr/bin/kubelet $KUBELET_ARGS',
      'Environment="KUBELET_ARGS=--v=1"',
      'EnvironmentFile=/etc/kubernetes/kubelet',
    ),
    kubelet: 'KUBELET_ARGS="--v=2"\nKUBELET_ARGS="--v=3"\n',
  });
  assert.equal(shown(kubelet.flag('v')), 'set 3');
});

test('a line that is put into an EnvironmentFile is not all of it', () => {
  const service = {
    'kubelet.service': unit(
      '/usr/bin/kubelet $KUBELET_EXTRA_ARGS $KUBELET_ARGS',
      'EnvironmentFile=/etc/default/kubelet',
    ),
  };
  const line = 'KUBELET_EXTRA_ARGS="--v=2"';
  const parts = {
    'site.yaml': `- hosts: all\n  tasks:\n    - lineinfile:\n        path: /etc/default/kubelet\n        line: '${line}'\n`,
    'block.yaml': `- hosts: all\n  tasks:\n    - blockinfile:\n        path: /etc/default/kubelet\n        block: |\n          ${line}\n`,
    'append.sh': `#!/bin/sh\necho '${line}' >> /etc/default/kubelet\n`,
  };
  for (const [path, text] of Object.entries(parts)) {
    const kubelet = kubeletOf({ ...service, [path]: text });
    assert.equal(shown(kubelet.flag('rotate-certificates')), 'unknown', path);
    assert.deepEqual(kubelet.unknown, [{ type: 'variable-not-in-view', name: 'KUBELET_ARGS' }], path);
    assert.equal(kubelet.flags('v').length, 1, path);
  }
  const whole = kubeletOf({ ...service, 'write.sh': `#!/bin/sh\necho '${line}' > /etc/default/kubelet\n` });
  assert.equal(shown(whole.flag('rotate-certificates')), 'absent false');
});

test('a variable that no file in view sets makes the rest of the line unknown', () => {
  const kubelet = kubeletOf({
    'kubelet.service': unit(`/usr/bin/kubelet ${BOOT} $KUBELET_EXTRA_ARGS`, 'EnvironmentFile=-/etc/default/kubelet'),
  });
  assert.deepEqual(kubelet.unknown, [{ type: 'variable-not-in-view', name: 'KUBELET_EXTRA_ARGS' }]);
  assert.equal(shown(kubelet.rotateCertificates), 'unknown');
  assert.equal(kubelet.bootstrapKubeconfig.state, 'set');
});

test('a variable that the files in view leave out is empty', () => {
  const kubelet = kubeletOf({
    'kubelet.service': unit(`/usr/bin/kubelet ${BOOT} $KUBELET_EXTRA_ARGS`, 'EnvironmentFile=-/etc/default/kubelet'),
    'default/kubelet': 'KUBELET_ARGS="--v=2"\n',
  });
  assert.deepEqual(kubelet.unknown, []);
  assert.equal(shown(kubelet.rotateCertificates), 'absent false');
});

test('the one-flag variables of old packages hide only their flag', () => {
  const kubelet = kubeletOf({
    'kubelet.service': unit(
      '/usr/bin/kubelet $KUBE_LOG_LEVEL $KUBELET_HOSTNAME $KUBELET_ARGS',
      'EnvironmentFile=-/etc/kubernetes/config',
      'EnvironmentFile=-/etc/kubernetes/kubelet',
    ),
    kubelet: `KUBELET_ARGS="${BOOT}"\n`,
  });
  assert.deepEqual(kubelet.unknown, []);
  assert.equal(shown(kubelet.flag('v')), 'unknown');
  assert.equal(shown(kubelet.nodeName), 'unknown');
  assert.equal(shown(kubelet.rotateCertificates), 'absent false');
});

test('a unit finds the only file that sets its variable, whatever it is called', () => {
  const files = {
    'systemd/kubelet.service': unit('/usr/bin/kubelet $KUBELET_ARGS', 'EnvironmentFile=/etc/sysconfig/kubelet'),
    'conf/node.env': `KUBELET_ARGS="${BOOT}"\n`,
  };
  assert.equal(kubeletOf(files).bootstrapKubeconfig.state, 'set');
});

test('drop-ins are read by name, and an empty ExecStart= drops the command before', () => {
  const kubelet = kubeletOf({
    'usr/lib/systemd/system/kubelet.service': unit('/usr/bin/kubelet --v=1'),
    'etc/systemd/system/kubelet.service.d/20-more.conf': '[Service]\nEnvironment="KUBELET_MORE=--v=4"\n',
    'etc/systemd/system/kubelet.service.d/10-args.conf': `[Service]\nEnvironment="KUBELET_MORE=--v=3"\nExecStart=\nExecStart=/usr/bin/kubelet ${BOOT} $KUBELET_MORE\n`,
  });
  assert.deepEqual(kubelet.unknown, []);
  assert.equal(shown(kubelet.flag('v')), 'set 4');
  assert.equal(kubelet.flags('v').length, 1);
});

test('a drop-in of another unit does not join', () => {
  const { kubelets, controllerManagers } = clusterOf({
    'kubelet.service': unit('/usr/bin/kubelet $KUBELET_EXTRA_ARGS'),
    'kube-controller-manager.service': unit('/usr/bin/kube-controller-manager --v=1'),
    'kubelet.service.d/10.conf': '[Service]\nEnvironment="KUBELET_EXTRA_ARGS=--v=2"\n',
  });
  assert.deepEqual(
    kubelets.map((kubelet) => shown(kubelet.flag('v'))),
    ['set 2'],
  );
  assert.deepEqual(
    controllerManagers.map((manager) => shown(manager.flag('v'))),
    ['set 1'],
  );
});

test('a drop-in without its unit is not the whole command line, unless it resets it', () => {
  const variables = '[Service]\nEnvironment="KUBELET_EXTRA_ARGS=--v=2"\n';
  const reset = `[Service]\nExecStart=\nExecStart=/usr/bin/kubelet ${BOOT}\n`;
  assert.equal(shown(kubeletOf({ 'kubelet.service.d/10.conf': variables }).rotateCertificates), 'unknown');
  assert.equal(shown(kubeletOf({ 'kubelet.service.d/10.conf': reset }).rotateCertificates), 'absent false');
});

test('all flag variables of a lone EnvironmentFile are one command line', () => {
  const files = { kubelet: `KUBELET_ADDRESS="--node-ip=10.0.0.1"\nKUBELET_ARGS="${BOOT} ${KUBECONFIG}"\n` };
  assert.equal(flagNames(files), 'KUBELET_ADDRESS KUBELET_ARGS');
  assert.equal(shown(kubeletOf(files).rotateCertificates), 'absent false');
});

test('kubeadm’s variables alone never are the whole command line', () => {
  for (const name of ['KUBELET_EXTRA_ARGS', 'KUBELET_KUBEADM_ARGS', 'KUBELET_KUBECONFIG_ARGS']) {
    assert.equal(shown(kubeletOf({ 'kubelet.env': `${name}="${BOOT}"\n` }).rotateCertificates), 'unknown', name);
  }
});

test('any other variable is, when it carries a kubeconfig', () => {
  assert.equal(shown(kubeletOf({ 'a.env': `KUBELET_NODE="${BOOT}"\n` }).rotateCertificates), 'absent false');
  assert.equal(shown(kubeletOf({ 'a.env': 'KUBELET_NODE="--node-ip=10.0.0.1"\n' }).rotateCertificates), 'unknown');
});

test('two EnvironmentFiles without a unit are two kubelets', () => {
  const { kubelets } = clusterOf({
    'a/kubelet': `KUBELET_ARGS="${BOOT} --rotate-certificates"\n`,
    'b/kubelet': `KUBELET_ARGS="${BOOT}"\n`,
  });
  assert.deepEqual(
    kubelets.map((kubelet) => shown(kubelet.rotateCertificates)),
    ['set true', 'absent false'],
  );
});

test('each unit takes the file nearest to it', () => {
  const files = Object.fromEntries(
    ['a', 'b'].flatMap((node) => [
      [`${node}/kubelet.service`, unit('/usr/bin/kubelet $KUBELET_ARGS', 'EnvironmentFile=/etc/kubernetes/kubelet')],
      [`${node}/kubelet`, `KUBELET_ARGS="${BOOT} --hostname-override=${node}"\n`],
    ]),
  );
  const { kubelets } = clusterOf(files);
  assert.deepEqual(
    kubelets.map(({ path, nodeName }) => `${path} ${shown(nodeName)}`),
    ['a/kubelet.service set a', 'b/kubelet.service set b'],
  );
});

test('of two files that fit equally well none is taken', () => {
  const kubelet = kubeletOf({
    'kubelet.service': unit('/usr/bin/kubelet $KUBELET_ARGS', 'EnvironmentFile=/etc/kubernetes/kubelet'),
    'a/kubelet': `KUBELET_ARGS="${BOOT}"\n`,
    'b/kubelet': `KUBELET_ARGS="${BOOT}"\n`,
  });
  assert.deepEqual(kubelet.unknown, [{ type: 'contradiction', paths: ['a/kubelet', 'b/kubelet'] }]);
});

test('a template among the arguments hides what it may write', () => {
  const kubelet = kubeletOf({ 'kubelet.env': `KUBELET_ARGS="${BOOT} {{ more_flags }}"\n` });
  assert.equal(shown(kubelet.rotateCertificates), 'unknown');
  assert.equal(kubelet.bootstrapKubeconfig.state, 'set');
});

test('${NAME} hands several flags on as one argument: what the kubelet makes of it is not known', () => {
  const files = (value: string) => ({
    'kubelet.service': unit('/usr/bin/kubelet ${KUBELET_ARGS}', 'EnvironmentFile=/etc/kubernetes/kubelet'),
    kubelet: `KUBELET_ARGS="${value}"\n`,
  });
  assert.equal(kubeletOf(files(`${BOOT} --v=2`)).bootstrapKubeconfig.state, 'unknown');
  assert.equal(kubeletOf(files(BOOT)).bootstrapKubeconfig.state, 'set');
});

test('a variable that names itself ends', () => {
  const kubelet = kubeletOf({ 'kubelet.env': `KUBELET_ARGS="${BOOT} $KUBELET_ARGS"\n` });
  assert.equal(kubelet.bootstrapKubeconfig.state, 'set');
});
