import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintWith } from '../../../src/core/lint/lint';
import { rule as unusedSilencing } from '../../../src/core/lint/rules/unused-silencing/rule';
import { silenceEdits } from '../../../src/core/lint/silenceEdits';
import { applyEdits } from '../../../src/core/text/edit';
import { options, read, wordRule } from './reading';

const rules = [wordRule('one', '--v=2'), wordRule('two', '--v'), unusedSilencing];

const found = (text: string, path = 'kubelet.env', severities = {}): string =>
  lintWith(rules, read({ [path]: text }), { ...options, severities })
    .findings.map(({ rule }) => rule)
    .join(' ');

test('a comment silences the rules it names, in its reach', () => {
  assert.equal(found('KUBELET_ARGS="--v=2"\n'), 'two one');
  assert.equal(found('# tls-bootstrap-disable-next-line one\nKUBELET_ARGS="--v=2"\n'), 'two');
  assert.equal(found('KUBELET_ARGS="--v=2" # tls-bootstrap-disable-line one two\n'), '');
  assert.equal(found('KUBELET_ARGS="--v=2"\n# tls-bootstrap-disable two,one\n'), '');
});

test('a comment that names no rule silences all', () => {
  assert.equal(found('# tls-bootstrap-disable-next-line\nKUBELET_ARGS="--v=2"\n'), '');
  assert.equal(found('# tls-bootstrap-disable-next-line -- every node is replaced\nKUBELET_ARGS="--v=2"\n'), '');
});

test('comments may stand above one another', () => {
  const text = '# tls-bootstrap-disable-next-line one\n# tls-bootstrap-disable-next-line two\n\nKUBELET_ARGS="--v=2"\n';
  assert.equal(found(text), '');
});

test('above a command with continuations the whole command is meant', () => {
  const service =
    '[Service]\n# tls-bootstrap-disable-next-line one two\nExecStart=/usr/bin/kubelet \\\n  --v=2 \\\n  --v=2\n';
  assert.equal(found(service, 'kubelet.service'), '');
  const value = '# tls-bootstrap-disable-next-line one two\nKUBELET_ARGS="\\\n  --v=2 \\\n  --v=2"\n';
  assert.equal(found(value), '');
  const within =
    '[Service]\nExecStart=/usr/bin/kubelet \\\n  # tls-bootstrap-disable-next-line one two\n  --v=2 \\\n  --v=2\n';
  assert.equal(found(within, 'kubelet.service'), 'two one');
});

test('behind a command of a unit a # begins no comment: systemd hands it to the program', () => {
  const service = '[Service]\nExecStart=/usr/bin/kubelet --v=2 # tls-bootstrap-disable-line one two\n';
  assert.equal(found(service, 'kubelet.service'), 'two one');
});

test('what silences nothing is reported, but not for a rule that is switched off', () => {
  assert.equal(found('# tls-bootstrap-disable one\nKUBELET_ARGS="--v=3 --a"\n'), 'unused-silencing two');
  assert.equal(found('# tls-bootstrap-disable one\nKUBELET_ARGS="--v=3 --a"\n', 'kubelet.env', { one: 'off' }), 'two');
  assert.equal(found('# tls-bootstrap-disable three\nKUBELET_ARGS="--a"\n'), 'unused-silencing');
});

test('inside a quoted value a # begins no comment', () => {
  assert.equal(found('KUBELET_ARGS="--v=2 # tls-bootstrap-disable-line one two"\n'), 'two one');
  assert.equal(found('A="\n" \nKUBELET_ARGS="--v=2" # don\'t # tls-bootstrap-disable-line one two\n'), '');
});

test('words that only look like it are no such comment', () => {
  assert.equal(found('# tls-bootstrap-disabled one\nKUBELET_ARGS="--a=1"\n'), '');
  assert.equal(found('# see tls-bootstrap-disable one\nKUBELET_ARGS="--a=1"\n'), '');
  assert.equal(
    found(
      '{"kind": "KubeletConfiguration", "apiVersion": "kubelet.config.k8s.io/v1beta1", "a": "# tls-bootstrap-disable one"}',
      'a.json',
    ),
    '',
  );
});

function silenced(path: string, text: string, where: 'line' | 'file'): string | undefined {
  const [file] = read({ [path]: text });
  assert.ok(file);
  const [finding] = lintWith([wordRule('one', '--v=2')], [file], options).findings;
  assert.ok(finding);
  const edits = silenceEdits(file, finding, where);
  return edits && applyEdits(text, edits);
}

test('silencing puts a comment where its file can take one', () => {
  assert.equal(
    silenced('a.service', '[Service]\r\nExecStart=/usr/bin/kubelet \\\r\n  --a \\\r\n  --v=2\r\n', 'line'),
    '[Service]\r\nExecStart=/usr/bin/kubelet \\\r\n  --a \\\r\n  # tls-bootstrap-disable-next-line one\r\n  --v=2\r\n',
  );
  assert.equal(
    silenced('a.env', 'A=1\nKUBELET_ARGS="--a \\\n --v=2"\n', 'line'),
    'A=1\n# tls-bootstrap-disable-next-line one\nKUBELET_ARGS="--a \\\n --v=2"\n',
  );
  assert.equal(
    silenced('a.env', '\ufeffKUBELET_ARGS="--v=2"\n', 'file'),
    '\ufeff# tls-bootstrap-disable one\nKUBELET_ARGS="--v=2"\n',
  );
});

test('a silenced finding is silent', () => {
  for (const where of ['line', 'file'] as const) {
    for (const [path, text] of [
      ['a.service', '[Service]\nExecStart=/usr/bin/kubelet \\\n  --a \\\n  --v=2\n'],
      ['a.env', 'KUBELET_ARGS="--a \\\n --v=2"\n'],
    ] as const) {
      const after = silenced(path, text, where) ?? '';
      assert.deepEqual(
        lintWith([wordRule('one', '--v=2'), unusedSilencing], read({ [path]: after }), options).findings,
        [],
        after,
      );
    }
  }
});

test('in a script the comment stands above the command, and below the line that names the shell', () => {
  const script = '#!/bin/sh\nsudo kubelet \\\n  --v=2 \\\n  --v=2\nkubelet --v=2\n';
  const [file] = read({ 'a.sh': script });
  const start = script.indexOf('--v=2');
  assert.ok(file);
  const silenced = (where: 'line' | 'file'): string =>
    applyEdits(script, silenceEdits(file, { rule: 'one', range: { start, end: start + 5 } }, where) ?? []);
  assert.equal(silenced('line'), script.replace('sudo', '# tls-bootstrap-disable-next-line one\nsudo'));
  assert.equal(silenced('file'), script.replace('sudo', '# tls-bootstrap-disable one\nsudo'));
  assert.equal(found(silenced('line'), 'a.sh'), 'two two two one');
  assert.equal(found(silenced('file'), 'a.sh'), 'two two two');
  const atTheEnd = '#!/bin/sh\n# tls-bootstrap-disable-next-line\nkubelet --v=2 \\';
  assert.equal(found(atTheEnd, 'a.sh'), '');
});
