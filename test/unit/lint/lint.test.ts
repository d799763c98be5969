import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageCatalogue } from '../../../src/core/lint/catalogue';
import { lint, lintWith } from '../../../src/core/lint/lint';
import type { ClusterRule } from '../../../src/core/lint/rule';
import { rules } from '../../../src/core/lint/rules/index';
import { renderMessage } from '../../../src/core/messages/message';
import { BOOT, kubernetes, options, read, wordRule } from './reading';

const files = read({ 'b.env': `KUBELET_ARGS="${BOOT} --v=2"\n`, 'a.env': 'KUBELET_ARGS="--v=2 --v=2"\n' });

const broken: ClusterRule = {
  ...wordRule('broken', 'x'),
  scope: 'cluster',
  *check(cluster) {
    const [file] = cluster.files;
    yield { path: file?.source.path ?? '', range: { start: 0, end: 1 }, message: 'found' };
    throw new Error('a fault');
  },
};

test('findings come by path, place and rule, whatever the order of files and rules', () => {
  const { findings } = lintWith([wordRule('two', '--v=2'), wordRule('one', '--v')], files, options);
  assert.deepEqual(
    findings.map(({ path, range, rule }) => `${path} ${String(range.start)} ${rule}`),
    ['a.env 14 one', 'a.env 14 two', 'a.env 20 one', 'a.env 20 two', 'b.env 74 one', 'b.env 74 two'],
  );
});

test('a rule that throws is a fault; all others stand', () => {
  const { findings, faults } = lintWith([broken, wordRule('one', BOOT)], files, options);
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['broken', 'one'],
  );
  assert.deepEqual(
    faults.map(({ rule, path, error }) => [rule, path, String(error)]),
    [['broken', undefined, 'Error: a fault']],
  );
});

test('a file rule that throws over one file goes on with the next', () => {
  const rule = wordRule('one', '--v=2');
  const picky = {
    ...rule,
    check: (file: (typeof files)[number], context: Parameters<typeof rule.check>[1]) => {
      if (file.source.path === 'a.env') throw new Error('not this one');
      return rule.check(file, context);
    },
  };
  const { findings, faults } = lintWith([picky], files, options);
  assert.deepEqual(
    findings.map(({ path }) => path),
    ['b.env'],
  );
  assert.deepEqual(
    faults.map(({ path }) => path),
    ['a.env'],
  );
});

test('equal findings are one', () => {
  const rule = wordRule('one', '--v=2');
  const twice = {
    ...rule,
    *check(...args: Parameters<typeof rule.check>) {
      yield* rule.check(...args);
      yield* rule.check(...args);
    },
  };
  assert.equal(lintWith([twice], files, options).findings.length, 3);
});

test('a chosen severity replaces the rule’s, off silences it', () => {
  const rule = wordRule('one', BOOT);
  const severities = (one: 'hint' | 'off') => lintWith([rule], files, { ...options, severities: { one } }).findings;
  assert.deepEqual(
    severities('hint').map(({ severity }) => severity),
    ['hint'],
  );
  assert.deepEqual(severities('off'), []);
});

test('life-cycle errors are warnings while the release is assumed, unless the reader chose', () => {
  const rule = wordRule('one', BOOT, { lifeCycle: true });
  const severity = (more: object) => lintWith([rule], files, { ...options, ...more }).findings[0]?.severity;
  assert.equal(severity({}), 'error');
  assert.equal(severity({ target: 'auto' }), 'warning');
  assert.equal(severity({ target: 'auto', severities: { one: 'error' } }), 'error');
  const other = wordRule('one', BOOT);
  assert.equal(lintWith([other], files, { ...options, target: 'auto' }).findings[0]?.severity, 'error');
});

test('what an assumed release says names that release', () => {
  const text =
    'KUBELET_ARGS="--experimental-bootstrap-kubeconfig=/a --feature-gates=RotateKubeletClientCertificate=true"\n';
  const { findings, cluster } = lint(read({ 'kubelet.env': text }), { kubernetes, target: 'auto' });
  assert.equal(cluster.target.source, 'default');
  const catalogue = messageCatalogue(rules);
  const lifeCycle = findings.filter(({ rule }) => rules.find(({ id }) => id === rule)?.lifeCycle);
  assert.ok(lifeCycle.length >= 2);
  for (const { message, severity } of lifeCycle) {
    assert.equal(severity, 'warning');
    assert.match(renderMessage(message, catalogue), new RegExp(` ${cluster.target.release.replace('.', '\\.')} `));
  }
});

test('a finding carries the rule’s texts and the step where it hurts', () => {
  const [finding] = lintWith([wordRule('one', BOOT)], files, options).findings;
  assert.ok(finding);
  assert.deepEqual(finding.message, { id: 'one.found', params: { word: BOOT } });
  assert.equal(finding.step, 'kubelet-start');
  assert.deepEqual(finding.fixes[0]?.title, { id: 'one.remove', params: { word: BOOT } });
});

test('the catalogue holds each rule’s texts under its id', () => {
  const catalogue = messageCatalogue([wordRule('one', 'x')]);
  assert.deepEqual(catalogue, { 'one.found': 'Found {word}.', 'one.remove': 'Remove {word}' });
});

test('files of no known kind, and none at all, give nothing', () => {
  assert.deepEqual(lint([], options).findings, []);
  const { findings, faults } = lint(
    read({ 'a.txt': 'some words', 'b.yaml': 'kind: Pod\n', 'c.env': 'A=1\n' }),
    options,
  );
  assert.deepEqual([findings, faults], [[], []]);
});

test('a file with thousands of findings of one rule gets the first five hundred, and the rule stops there', () => {
  let looked = 0;
  const rule = wordRule('one', 'x');
  const counting = {
    ...rule,
    *check(...args: Parameters<typeof rule.check>) {
      for (const draft of rule.check(...args)) {
        looked += 1;
        yield draft;
      }
    },
  };
  const { findings } = lintWith(
    [counting],
    read({ 'kubelet.env': `KUBELET_ARGS="--a=${'x'.repeat(3000)}"\n` }),
    options,
  );
  assert.equal(findings.length, 500);
  assert.equal(looked, 501);
});
