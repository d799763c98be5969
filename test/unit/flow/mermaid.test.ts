import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { mermaidLabel, mermaidText } from '../../../src/core/flow/mermaid';
import type { PlayStep } from '../../../src/core/flow/play';

const HOSTILE = [
  'a;b',
  '# not a comment',
  '%% not one either',
  'line\nbreak\r\nand\u2028more',
  'end',
  'The END of it',
  '<script>alert(1)</script>',
  'kubelet->>rbac: injected',
  '"quotes" and `ticks`',
  'click kubelet href "javascript:alert(1)"',
  '',
  '   ',
  'x'.repeat(10_000),
  '😀'.repeat(100),
];

function steps(labels: readonly string[]): readonly Pick<PlayStep, 'from' | 'to' | 'label' | 'result'>[] {
  return labels.map((text) => ({
    from: 'kubelet',
    to: 'kube-apiserver',
    label: { id: 'label', params: { text } },
    result: 'ok',
  }));
}

/** What mermaid shows: its entity codes undone. */
function shown(label: string): string {
  return label.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

describe('mermaid text', () => {
  it('has one line per step whatever the labels hold', () => {
    const text = mermaidText(steps(HOSTILE), [], { label: '{text}', 'flow.actor.files': 'files' });
    const lines = text.trimEnd().split('\n');
    const messages = lines.slice(6);
    assert.equal(lines[0], 'sequenceDiagram');
    assert.deepEqual(
      lines.slice(1, 6).map((line) => line.trim().split(' as ')[1]),
      ['kubelet', 'files', 'kube-apiserver', 'RBAC', 'kube-controller-manager'],
    );
    assert.equal(messages.length, HOSTILE.length);
    for (const line of messages) assert.match(line, /^ {2}kubelet->>apiserver: \S/);
  });

  it('takes the meaning from the signs of mermaid and shows them all the same', () => {
    for (const text of HOSTILE.filter((hostile) => hostile.trim() !== '' && Array.from(hostile).length <= 60)) {
      const label = mermaidLabel(text);
      assert.doesNotMatch(label.replace(/#\d+;/g, ''), /[#;%<>&"`]|\bend\b/i, label);
      assert.equal(shown(label), text.replace(/\s+/g, ' '));
    }
  });

  it('shortens long labels without cutting a character in two', () => {
    const label = mermaidLabel('😀'.repeat(100));
    assert.equal(Array.from(label).length, 60);
    assert.ok(label.endsWith('😀…'));
  });

  it('draws waiting and failing differently', () => {
    const [ok] = steps(['x']);
    assert.ok(ok);
    const text = mermaidText([ok, { ...ok, result: 'waits' }, { ...ok, result: 'fails' }], [], { label: 'x' });
    assert.deepEqual(text.trimEnd().split('\n').slice(6), [
      '  kubelet->>apiserver: x',
      '  kubelet-->>apiserver: x',
      '  kubelet-xapiserver: x',
    ]);
  });
});
