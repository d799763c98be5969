import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { lint } from '../../../src/core/lint/lint';
import { options, read } from './reading';

const KUBELET = `cat > /etc/kubernetes/kubelet <<EOF
KUBELET_ARGS="--bootstrap-kubeconfig=/b --kubeconfig=/k --node-ip=NODE_IP"
EOF
`;

const CONFIGURATION = `cat <<EOF | sudo tee /etc/kubernetes/config.yaml
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cgroupDriver: systemd
EOF
cat > /etc/systemd/system/kubelet.service <<EOF
[Service]
ExecStart=/bin/kubelet --bootstrap-kubeconfig=/b --kubeconfig=/k --config=/etc/kubernetes/config.yaml
EOF
`;

/** Whether a script that writes a kubelet without rotation and goes on like this is told that rotation is missing. */
function lacksRotation(script: string): boolean {
  const { findings } = lint(read({ 'install.sh': `#!/bin/bash\n${script}\n` }), { ...options, target: '1.30' });
  return findings.some(({ rule }) => rule === 'rotate-certificates-missing');
}

const changes: readonly (readonly [name: string, command: string])[] = [
  ['sed puts in what a variable holds', `sed -i "s|^KUBELET_ARGS=.*|KUBELET_ARGS=\\"\${ARGS}\\"|" FILE`],
  ['sed with a suffix, one script of several', `sudo sed -i.bak -e 's/a/b/' -e '/node-ip/d' FILE`],
  ['sed over several lines', "sed -i '\n/^A/ s/=.*/=/\n' FILE"],
  ['sed adds a flag', "sed --in-place 's/NODE_IP/NODE_IP --rotate-certificates/' FILE"],
  ['a script of sed in a file', 'sed -i -f change.sed FILE'],
  ['perl', `perl -pi -e 's/x/y/' FILE`],
  ['yq', `yq -i '.rotateCertificates = true' FILE`],
  ['what another program writes', 'kubeadm config print >> FILE'],
  ['what another program writes, through tee', 'jq . more.json | sudo tee -a FILE'],
];

const nothings: readonly (readonly [name: string, command: string])[] = [
  ['a value is filled in', `sed -i "s/NODE_IP/\${IP}/g" FILE`],
  ['two values are filled in', `sed -i -e 's#@NODE_IP@#10.0.0.1#;s/cgroupfs/systemd/' FILE`],
  ['sed prints', `sed 's/^KUBELET_ARGS=.*//' FILE`],
  ['another file is changed', `sed -i '/x/d' /etc/fstab`],
];

for (const [what, script, path] of [
  ['flags', KUBELET, '/etc/kubernetes/kubelet'],
  ['a configuration', CONFIGURATION, '/etc/kubernetes/config.yaml'],
] as const) {
  describe(`${what} in a file that the script changes after writing it`, () => {
    for (const [name, command] of changes) {
      test(`${name}: nothing is known to be missing`, () => {
        assert.equal(lacksRotation(script + command.replace('FILE', path)), false);
      });
    }
    for (const [name, command] of nothings) {
      test(`${name}: what is missing stays missing`, () => {
        assert.equal(lacksRotation(script + command.replace('FILE', path)), true);
      });
    }
    test('changed before it is written', () => {
      assert.equal(lacksRotation(`sed -i '/x/d' ${path}\n${script}`), true);
    });
  });
}
