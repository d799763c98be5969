import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { lint } from '../../../src/core/lint/lint';
import { options, read } from './reading';

const LIFE_CYCLE = /^(?:flag|feature-gate|api-version)-/;

/** Rules about the life of flags, gates and versions that find something in a script at 1.30. */
function rulesFor(script: string): readonly string[] {
  const { findings } = lint(read({ 'install.sh': `#!/bin/bash\n${script}\n` }), { ...options, target: '1.30' });
  return findings.flatMap(({ rule }) => (LIFE_CYCLE.test(rule) ? [rule] : []));
}

const OLD = 'KUBELET_ARGS+=" --network-plugin=cni"';

const MANIFEST = `cat > /etc/kubernetes/rbac.yaml <<EOF
apiVersion: rbac.authorization.k8s.io/v1beta1
kind: ClusterRole
metadata: {name: a}
rules: []
EOF`;

describe('a branch of a script that asks for a version', () => {
  const silent: readonly (readonly [name: string, script: string])[] = [
    ['a test', `if [ "$KUBE_VERSION" = 1.23 ]; then\n${OLD}\nfi`],
    ['a comparison by a program', `if vercmp "$V" lt 1.24.0; then\n${OLD}\nfi`],
    ['the other branch', `if [[ $MINOR -ge 24 ]]; then\n:\nelse\n${OLD}\nfi`],
    ['a later condition', `if [ -z "$A" ]; then\n:\nelif [ "$RELEASE" = old ]; then\n${OLD}\nfi`],
    ['a case', `case "$K8S_VERSION" in\n1.2[0-3]*)\n  ${OLD}\n  ;;\nesac`],
    ['within another condition', `if is_old_version; then if [ -n "$A" ]; then\n${OLD}\nfi; fi`],
    ['a command', `if [ $VERSION = 1 ]; then\nkubelet --network-plugin=cni --kubeconfig=/k\nfi`],
    ['a gate', `if [ $VERSION = 1 ]; then\nkubelet --feature-gates=DynamicKubeletConfig=true --kubeconfig=/k\nfi`],
    ['a manifest', `if [ $VERSION = 1 ]; then\n${MANIFEST}\nfi`],
    [
      'flags in a file',
      `if [ $VERSION = 1 ]; then\necho 'KUBELET_ARGS="--network-plugin=cni"' > /etc/default/kubelet\nfi`,
    ],
  ];
  for (const [name, script] of silent) {
    test(`${name}: its flags and versions are its writer’s affair`, () => {
      assert.deepEqual(rulesFor(script), []);
    });
  }

  const judged: readonly (readonly [name: string, script: string, rule: string])[] = [
    ['a condition about something else', `if [ -n "$A" ]; then\n${OLD}\nfi`, 'flag-removed'],
    ['behind the branch', `if [ $VERSION = 1 ]; then\n:\nfi\n${OLD}`, 'flag-removed'],
    ['behind a case', `case $VERSION in\n1) : ;;\nesac\n${OLD}`, 'flag-removed'],
    [
      'a flag that no release has',
      `if [ $VERSION = 1 ]; then\nkubelet --kubeconfgi=/k --v=2 --cert-dir=/c\nfi`,
      'flag-unknown',
    ],
    ['a manifest behind the branch', `if [ $VERSION = 1 ]; then\n:\nfi\n${MANIFEST}`, 'api-version-removed'],
  ];
  for (const [name, script, rule] of judged) {
    test(`${name} is judged`, () => {
      assert.deepEqual(rulesFor(script), [rule]);
    });
  }
});
