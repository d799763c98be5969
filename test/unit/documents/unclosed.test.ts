import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { read } from './reading';

/** A file with one thing that is never closed; the place is marked by `«»` around it. */
const cases: readonly (readonly [path: string, text: string, reason: string])[] = [
  ['kubelet.env', 'A=1\nKUBELET_ARGS=«"»--kubeconfig=/a --v=2\nB=1\n', 'this quote is never closed'],
  ['kubelet.env', "KUBELET_ARGS=«'»--kubeconfig=/a \\\n  --v=2\n", 'this quote is never closed'],
  ['start.sh', '#!/bin/sh\nkubelet --v=2 --kubeconfig=«"»/k\necho done\n', 'this quote is never closed'],
  ['start.sh', "#!/bin/sh\nkubelet --kubeconfig=/k «'»--v=2\n", 'this quote is never closed'],
  ['start.sh', '#!/bin/sh\nkubelet --kubeconfig=/k --v=«$»{LEVEL\n', 'this quote is never closed'],
  [
    'write.sh',
    '#!/bin/sh\ncat > /etc/kubernetes/kubelet.env <<«EOF»\nKUBELET_ARGS="--kubeconfig=/a"\n',
    'this heredoc is never closed',
  ],
  ['kubelet.service', '[Service]\nExecStart=/usr/bin/kubelet --cert-dir=«"»/c --v=2\n', 'this quote is never closed'],
  [
    'kubelet.service',
    '[Service]\nEnvironment=«"»KUBELET_ARGS=--kubeconfig=/a --v=2\nExecStart=/usr/bin/kubelet $KUBELET_ARGS\n',
    'this quote is never closed',
  ],
];

describe('what is never closed is told once, with its place', () => {
  for (const [path, marked, reason] of cases) {
    for (const eol of ['\n', '\r\n']) {
      test(`${path}: ${JSON.stringify(marked)}, ${JSON.stringify(eol)}`, () => {
        const text = marked.replaceAll('\n', eol);
        const start = text.indexOf('«');
        const end = text.indexOf('»') - 1;
        const { problems } = read(path, text.replace('«', '').replace('»', ''));
        assert.deepEqual(problems, [
          { range: { start, end }, reason, unclosed: reason.includes('heredoc') ? 'heredoc' : 'quote' },
        ]);
      });
    }
  }

  test('other programs may do as they like', () => {
    assert.deepEqual(read('a.sh', '#!/bin/sh\n# kubelet\necho "open\n').problems, []);
    assert.deepEqual(read('a.sh', '#!/bin/sh\n# kubelet\ncat <<EOF\nopen\n').problems, []);
    assert.deepEqual(read('a.service', '[Service]\nExecStart=/bin/nginx "open\n').problems, []);
  });
});
