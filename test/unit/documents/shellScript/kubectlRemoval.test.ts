import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { applyEdits } from '../../../../src/core/text/edit';
import { read } from '../reading';

/** Returns a script without the object `gone`; undefined where it cannot be removed. */
function withoutGone(script: string): string | undefined {
  const file = read('rbac.sh', script);
  const document = file.documents.find((one) => one.type === 'rbac' && one.objects[0]?.name.value === 'gone');
  assert.ok(document?.type === 'rbac' && document.removal);
  const edits = document.removal();
  return edits && applyEdits(script, edits);
}

const GONE = 'kubectl create clusterrole gone --verb=create --resource=csr/nodeclient';

const removed: readonly (readonly [name: string, script: string, expected: string])[] = [
  ['a line', `#!/bin/sh\n${GONE}\na\n`, '#!/bin/sh\na\n'],
  ['continued lines', `a\nkubectl create clusterrole gone \\\n  --verb=create \\\n  --resource=csr/x\nb\n`, 'a\nb\n'],
  ['quotes over lines', `a\nkubectl create clusterrole "gone" --verb 'create' --resource "csr/x"\nb`, 'a\nb'],
  ['what forgives', `a\n${GONE} || true\nb\n`, 'a\nb\n'],
  ['what forgives in the next line', `a\n${GONE} \\\n  || true\nb\n`, 'a\nb\n'],
  ['its comment', `a\n${GONE} # gone\nb\n`, 'a\nb\n'],
  ['what it says', `a\n${GONE} > /dev/null 2>&1\nb\n`, 'a\nb\n'],
  ['apply behind it', `a\n${GONE} --dry-run=client -o yaml | kubectl apply -f -\nb\n`, 'a\nb\n'],
  ['in a block', `if a; then\n  ${GONE}\n  b\nfi\n`, 'if a; then\n  b\nfi\n'],
  ['last of a block', `f() {\n  b\n  ${GONE}\n}\n`, 'f() {\n  b\n}\n'],
  ['the last line', `a\n${GONE}`, 'a\n'],
  ['the only line', `${GONE}\n`, ''],
  ['Windows lines', `a\r\n${GONE} \\\r\n  --v=2\r\nb\r\n`, 'a\r\nb\r\n'],
];

const kept: readonly (readonly [name: string, script: string])[] = [
  ['alone in a block', `if ! kubectl get clusterrole gone; then\n  ${GONE}\nfi\n`],
  ['alone in a function', `f() {\n  # only this\n  ${GONE}\n}\n`],
  ['alone in a case', `case $1 in\n  up)\n    ${GONE}\n    ;;\nesac\n`],
  ['behind another', `a; ${GONE}\n`],
  ['in front of another', `${GONE}; a\n`],
  ['others depend on it', `${GONE} && a\n`],
  ['others follow a failure', `${GONE} || exit 1\n`],
  ['behind a line that goes on', `a &&\n  ${GONE}\nb\n`],
  ['a condition', `if\n  ${GONE}\nthen\n  a\nfi\n`],
  ['its status is asked', `${GONE}\nif [ $? -ne 0 ]; then a; fi\n`],
  ['in the quotes of another', `bash -c '${GONE}'\n`],
  ['its output goes elsewhere', `${GONE} -o yaml | tee gone.yaml\n`],
];

describe('removing a kubectl command', () => {
  for (const [name, script, expected] of removed) {
    test(name, () => {
      assert.equal(withoutGone(script), expected);
    });
  }
  for (const [name, script] of kept) {
    test(`not ${name}`, () => {
      assert.equal(withoutGone(script), undefined);
    });
  }
});
