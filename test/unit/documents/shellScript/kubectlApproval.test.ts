import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { read } from '../reading';

/** What is said of each approval of a script: the requests, and how often. */
function approvalsIn(text: string): readonly string[] {
  return read('approve.sh', `#!/bin/bash\n${text}\n`).documents.flatMap((document) => {
    if (document.type !== 'csr-approval') return [];
    const { requests, runs } = document;
    if (requests.type === 'named') return [`${requests.names.join(',')} ${runs}`];
    return [`${requests.type}${requests.purpose === undefined ? '' : ` ${requests.purpose}`} ${runs}`];
  });
}

const GET = 'kubectl get csr -o name';
const APPROVE = 'kubectl certificate approve';

const cases: readonly (readonly [script: string, ...expected: readonly string[]])[] = [
  [`${APPROVE} node-csr-a csr/csr-b`, 'node-csr-a,csr-b once'],
  [`sudo kubectl --kubeconfig /k ${APPROVE.slice(8)} a -o name`, 'a once'],
  [`NAME=a\n${APPROVE} "$NAME"`, 'a once'],
  [`${APPROVE} $NAME`, 'some once'],
  [`${APPROVE} "$1"`, 'some once'],
  [`${APPROVE} {{ item }}`, 'some once'],
  [`${APPROVE} -f csr.yaml`, 'some once'],
  [`${GET} | xargs ${APPROVE}`, 'every once'],
  [`kubectl get csr --no-headers | awk '{print $1}' | xargs -n 1 ${APPROVE}`, 'every once'],
  [`kubectl get csr | grep -i Pending | awk '{ print $1 }' | xargs -I {} ${APPROVE} {}`, 'every once'],
  [`kubectl get csr | awk '/Pending/ {print $1}' | xargs ${APPROVE}`, 'every once'],
  [`kubectl get csr | grep worker-1 | awk '{print $1}' | xargs ${APPROVE}`, 'some once'],
  [`kubectl get csr | grep kubelet-serving | cut -d' ' -f1 | xargs ${APPROVE}`, 'some serving once'],
  [
    `kubectl get csr --field-selector spec.signerName=kubernetes.io/kube-apiserver-client-kubelet -o name | xargs ${APPROVE}`,
    'some client once',
  ],
  [`${APPROVE} $(${GET})`, 'every once'],
  [`${APPROVE} \`${GET}\``, 'every once'],
  [`${APPROVE} $(kubectl get csr node-csr-a -o name)`, 'some client once'],
  [`CSR=$(${GET})\n${APPROVE} $CSR`, 'every once'],
  [`for c in $(${GET}); do ${APPROVE} $c; done`, 'every once'],
  [`${GET} | while read -r c; do\n  ${APPROVE} "$c"\ndone`, 'every once'],
  [`kubectl get csr -w -o name | while read -r c; do ${APPROVE} "$c"; done`, 'every endlessly'],
  [`kubectl get csr -o name --watch | xargs -n1 ${APPROVE}`, 'every endlessly'],
  [`while true; do\n  ${GET} | xargs ${APPROVE}\n  sleep 60\ndone`, 'every endlessly'],
  [`while :; do for c in $(${GET}); do ${APPROVE} $c; done; sleep 1; done`, 'every endlessly'],
  [`until false; do ${GET} | xargs ${APPROVE}; done`, 'every endlessly'],
  [`while sleep 60\ndo\n${GET} | xargs ${APPROVE}\ndone`, 'every endlessly'],
  [`for ((;;)); do ${GET} | xargs ${APPROVE}; done`, 'every endlessly'],
  [`while ((1)); do ${GET} | xargs ${APPROVE}; done`, 'every endlessly'],
  [`watch -n 60 '${GET} | xargs ${APPROVE}'`, 'every endlessly'],
  [`bash -c 'while true; do ${GET} | xargs ${APPROVE}; done'`, 'every endlessly'],
  [
    `while true; do ${GET} | xargs ${APPROVE}; kubectl get node a && break; done\n${APPROVE} b`,
    'every unknown',
    'b once',
  ],
  [`until kubectl get node a; do ${GET} | xargs ${APPROVE}; sleep 5; done`, 'every once'],
  [`for i in 1 2 3; do ${GET} | xargs ${APPROVE}; sleep 5; done`, 'every once'],
  [`for i in 1 2 3; do :; done; while true; do ${GET} | xargs ${APPROVE}; done`, 'every endlessly'],
  [`approve() {\n  ${GET} | xargs ${APPROVE}\n}\nwhile true; do approve; sleep 9; done`, 'every endlessly'],
  [`function approve {\n  ${GET} | xargs ${APPROVE}\n}\nmain()\n{\n  approve\n}\nmain "$@"`, 'every once'],
  [`approve() {\n  ${GET} | xargs ${APPROVE}\n}`, 'every unknown'],
  [`a() { ${APPROVE} d; }\nb() { a; }\nc() { a; }\nmain() { b; c; }\nmain`, 'd once'],
  [APPROVE],
  [`echo "${APPROVE} a"`],
  [`# ${APPROVE} a`],
  [`kubectl certificate deny a`],
];

describe('kubectl certificate approve in a script', () => {
  for (const [script, ...expected] of cases) {
    test(script, () => {
      assert.deepEqual(approvalsIn(script), expected);
    });
  }

  test('functions that call one another come to an end', () => {
    assert.deepEqual(approvalsIn(`a() { b; ${APPROVE} c; }\nb() { a; }\na`), ['c unknown']);
    assert.deepEqual(approvalsIn(`a() { ${'a;'.repeat(2000)} ${APPROVE} c; }\na`), ['c unknown']);
  });

  test('a finding about it stands at its verb', () => {
    const file = read('approve.sh', `#!/bin/sh\nkubectl certificate  approve a\n`);
    const [document] = file.documents;
    assert.ok(document?.type === 'csr-approval');
    assert.equal(file.source.slice(document.headRange), 'certificate  approve');
    assert.equal(file.source.slice(document.range), 'kubectl certificate  approve a');
  });
});
