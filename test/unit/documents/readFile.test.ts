import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { FileKindId } from '../../../src/core/documents/document';
import { fileKinds } from '../../../src/core/documents/fileKinds';
import { distinctiveFlags } from '../../../src/core/documents/flags/distinctiveFlags';
import { knownFlag } from '../../../src/core/documents/flags/flagTypes';
import { componentNames } from '../../../src/core/documents/component';
import { readFile } from '../../../src/core/documents/readFile';
import { SourceText } from '../../../src/core/text/sourceText';
import { flagExamples } from './flagExamples';
import { read } from './reading';
import { configurationExamples } from './yamlExamples';

const CONFIGURATION = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';

describe('files that are none of ours', () => {
  const others: readonly (readonly [name: string, path: string, text: string])[] = [
    ['empty', 'a.yaml', ''],
    ['a Deployment', 'a.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n'],
    ['broken YAML of another kind', 'a.yaml', 'apiVersion: v1\nkind: Pod\na: [\n'],
    [
      'a broken one',
      'a.yaml',
      `kind: ConfigMap\ndata:\n  kubelet: |\n    ${CONFIGURATION.replaceAll('\n', '\n    ')}\n broken: [\n`,
    ],
    ['a unit of another program', 'docker.service', '[Service]\nExecStart=/usr/bin/dockerd --log-level=info\n'],
    [
      'a unit with variables of another program',
      'x.service',
      '[Service]\nEnvironment="DOCKER_OPTS=--v=1"\nExecStart=/bin/x $DOCKER_OPTS\n',
    ],
    [
      'variables of other programs',
      '.env',
      'HTTP_PROXY=http://x\nKUBELET_VERSION=1.20.0\nKUBE_PROXY_ARGS="--v=2"\nA=--b\n',
    ],
    ['kube-proxy in the style of kubelet', 'proxy', 'ARGS="--hostname-override=a --kubeconfig=/b"\n'],
    [
      'prose with an assignment',
      'README',
      'Set the arguments like this:\nKUBELET_ARGS="--v=2"\nand restart it.\nThen wait.\n',
    ],
    ['Markdown', 'README.md', 'KUBELET_ARGS="--v=2"\n'],
    [
      'a unit quoted in YAML',
      'cloud-init.yaml',
      'write_files:\n- content: |\n    [Service]\n    ExecStart=/usr/bin/kubelet --v=2\n',
    ],
    [
      'a script that writes a unit of another program',
      'a.sh',
      'cat >kube.service <<EOF\n[Service]\nExecStart=/bin/a --b\nEOF\n',
    ],
    ['flags of another program', 'flags', '--log-level=info\n--port=1\n'],
    ['a man page of ours with other flags', 'kubelet', '--rotate-certificates\nNot a flag at all\n'],
  ];
  for (const [name, path, text] of others) {
    test(name, () => {
      const { kind, documents, problems, notes } = read(path, text);
      assert.deepEqual(
        { kind, documents, problems, notes },
        { kind: undefined, documents: [], problems: [], notes: [] },
      );
    });
  }
});

describe('kinds', () => {
  const ours: readonly (readonly [FileKindId, string, string])[] = [
    ['kubernetes-yaml', 'anything', CONFIGURATION],
    ['kubernetes-yaml', 'a.json', '{"kind": "KubeletConfiguration", "apiVersion": "kubelet.config.k8s.io/v1beta1"}'],
    ['kubernetes-yaml', 'a.yaml', 'kind: KubeletConfiguration\napiVersion: kubeletconfig/v1alpha1\n'],
    ['systemd-unit', 'x', '[Service]\nExecStart=/usr/bin/kubelet\n'],
    ['systemd-unit', 'kubelet.service.d/20-env.conf', '[Service]\nEnvironmentFile=-/etc/default/kubelet\n'],
    ['environment-file', 'x', 'KUBELET_ARGS="--v=2"\n'],
    ['environment-file', 'kubeadm-flags.env', 'KUBELET_KUBEADM_ARGS="--v=2"\n'],
    ['environment-file', 'kubelet', '# set -e\nKUBELET_ARGS="--v=2"\n'],
    ['shell-script', 'a.sh', 'KUBELET_ARGS="--v=2"\n'],
    ['shell-script', 'a', '\uFEFF#!/usr/bin/env bash\nKUBELET_ARGS="--v=2"\n'],
    ['shell-script', 'a', 'set -e\nkubelet --v=2\n'],
    ['kubernetes-yaml', 'a', `# set -e\n${CONFIGURATION}# |\nset -e\n`],
  ];
  for (const [kind, path, text] of ours) {
    test(`${kind} by content: ${path}`, () => {
      assert.equal(read(path, text).kind, kind);
    });
  }

  for (const extension of ['md', 'markdown', 'mdx', 'rst', 'adoc', 'html', 'md.j2']) {
    test(`a manifest in prose is an example: ${extension}`, () => {
      const text = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';
      assert.equal(read(`notes.${extension}`, text).kind, undefined);
      assert.equal(read(`notes.${extension}`, 'KUBELET_ARGS="--v=2"\n').kind, undefined);
      assert.equal(read(`notes.${extension}`, '[Service]\nExecStart=/usr/bin/kubelet --v=2\n').kind, undefined);
      assert.equal(read('notes.yaml', text).kind, 'kubernetes-yaml');
    });
  }

  test('a kind that is asked for reads what it would not recognise', () => {
    const script = '#!/usr/bin/python3\nKUBELET_ARGS="--v=2"\n';
    assert.equal(read('a.py', script).kind, undefined);
    const forced = readFile(new SourceText('a.py', script), 'environment-file');
    assert.deepEqual([forced.kind, forced.documents.length], ['environment-file', 1]);
  });

  test('each has its own id and patterns for editors', () => {
    assert.equal(new Set(fileKinds.map(({ id }) => id)).size, fileKinds.length);
    assert.ok(fileKinds.every(({ patterns }) => patterns.length > 0));
  });

  test('distinctive flags belong to one component', () => {
    for (const component of componentNames) {
      for (const flag of distinctiveFlags[component]) {
        assert.deepEqual(
          componentNames.filter((other) => knownFlag(other, flag)),
          [component],
          flag,
        );
      }
    }
  });
});

describe('several documents in one file', () => {
  test('others are kept beside ours, broken ones of ours are told with their place', () => {
    const text = `---\nkind: Service\napiVersion: v1\n---\n${CONFIGURATION}a: [\n---\nx: [\n---\n${CONFIGURATION}rotateCertificates: true\n`;
    const { documents, problems, source } = read('a.yaml', text);
    assert.deepEqual(
      documents.map(({ type }) => type),
      ['other-yaml', 'other-yaml', 'kubelet-configuration'],
    );
    assert.equal(problems.length, 1);
    const [problem] = problems;
    assert.ok(problem && problem.range.start > text.indexOf('a: [') && problem.range.end <= text.indexOf('x: ['));
    assert.equal(source.slice(documents[0]?.range ?? { start: 0, end: 0 }), '---\nkind: Service\napiVersion: v1\n');
  });

  test('a templated document that YAML cannot read is no problem', () => {
    assert.deepEqual(read('a.yaml', `${CONFIGURATION}a: {{ x }} y: [\n`).problems, []);
  });
});

describe('notes', () => {
  test('templates are counted once', () => {
    const text = `${CONFIGURATION}a: {{ b }}\nc: "{{ d }}-{{ e }}"\n{{- if f }}\ng: 1\n{{- end }}\n`;
    assert.deepEqual(read('a.yaml', text).notes, [{ type: 'templated', count: 5 }]);
    assert.deepEqual(read('kubelet', 'KUBELET_ARGS="--v={{ v }}"\n').notes, [{ type: 'templated', count: 1 }]);
    assert.deepEqual(read('kubelet', 'KUBELET_ARGS="--v=$V"\n').notes, []);
  });

  test('templated lines make a configuration one that may hold more', () => {
    const isTemplated = (text: string): boolean =>
      read('a.yaml', CONFIGURATION + text).documents.some(
        (document) => document.type === 'kubelet-configuration' && document.templated,
      );
    assert.equal(isTemplated('a: {{ b }}\n'), false);
    assert.equal(isTemplated('{{- if a }}\nb: 1\n{{- end }}\n'), true);
    assert.equal(isTemplated('{{ a }}: 1\n'), true);
    assert.equal(isTemplated('#@ if a:\nb: 1\n#@ end\n'), true);
  });
});

describe('nasty input', () => {
  const many = (count: number, text: string): string => text.repeat(count);
  const bomb = Array.from(
    { length: 20 },
    (_, i) => `a${String(i)}: &a${String(i)} [${many(9, `*a${String(Math.max(i - 1, 0))}, `)}]`,
  ).join('\n');
  const mergeBomb = Array.from(
    { length: 20 },
    (_, i) =>
      `m${String(i)}: &m${String(i)} {<<: [${Array.from({ length: 9 }, () => `*m${String(Math.max(i - 1, 0))}`).join(', ')}]}`,
  ).join('\n');
  const texts: Readonly<Record<string, string>> = {
    NUL: `${CONFIGURATION}\0`,
    'a 10 MB line': `KUBELET_ARGS="${many(10_000_000, 'x')}"`,
    'a line of more than 1 MB': `KUBELET_ARGS="--v=2"\n#${many(1_100_000, 'x')}\n`,
    'unterminated quotes': `KUBELET_ARGS="--v=2\nKUBELET_OPTS='--v=3\n`,
    'many unterminated quotes': `KUBELET_ARGS="--v=2 ${many(50_000, '\' \\"')}\n`,
    'nesting of 90': `${CONFIGURATION}a: ${many(90, '[')}${many(90, ']')}\n`,
    'nesting of 5000': `${CONFIGURATION}a: ${many(5000, '[')}${many(5000, ']')}\n`,
    'an alias bomb': `${CONFIGURATION}${bomb}\n`,
    'a merge bomb': `${CONFIGURATION}${mergeBomb}\nfeatureGates: *m19\n`,
    'an alias to itself': `${CONFIGURATION}a: &a [*a]\nfeatureGates: &f {<<: *f}\n`,
    '__proto__ keys': `${CONFIGURATION}__proto__: {polluted: true}\nfeatureGates: {__proto__: true, constructor: true}\n`,
    'lone surrogates': `${CONFIGURATION}a: "\uD800"\nKUBELET_ARGS="--v=\uDFFF"\n`,
    'a lone carriage return': 'KUBELET_ARGS="--v=2"\rKUBELET_OPTS="--v=3"\r',
    'right-to-left marks': 'KUBELET_ARGS="--v=\u202E2 --\u200Fx"\n',
    'templates that never close': `${CONFIGURATION}${many(20_000, 'a{{ {% <% ')}\n`,
    'many templates': `KUBELET_ARGS="${many(20_000, '{{ a }}{% b %}')}"\n`,
    'many variables': `${CONFIGURATION}a: "${many(20_000, '${A:-')}"\n`,
    'many empty lines': `KUBELET_ARGS="--v=2"\n${many(200_000, '\n')}`,
    'many documents': many(5000, `---\n${CONFIGURATION}`),
    'many markers': `${CONFIGURATION}${many(50_000, '---\n')}`,
    'brackets that never close': `${CONFIGURATION}a: [\n${many(20_000, 'b, [\n')}`,
    'quotes in brackets': `${CONFIGURATION}a: [\n${many(20_000, '"\\"\n')}`,
    backslashes: `[Service]\nExecStart=/usr/bin/kubelet ${many(50_000, '\\\n')}--v=2\n`,
    'comments in a command': `[Service]\nExecStart=/usr/bin/kubelet \\\n${many(20_000, '# x\n')}--v=2\n`,
    'many wrappers': `[Service]\nExecStart=${many(20_000, '/usr/bin/env ')}kubelet --v=2\n`,
    'blanks and equals signs': `${many(50_000, ' =\t')}\nKUBELET_ARGS="--v=2"\n`,
    'UTF-16 read as UTF-8': 'K\0U\0B\0E\0',
  };
  for (const [name, text] of Object.entries(texts)) {
    for (const kind of [undefined, ...fileKinds.map(({ id }) => id)]) {
      test(`${name} as ${kind ?? 'found'}`, () => {
        const file = readFile(new SourceText('kubelet', text), kind);
        const places = [...file.problems, ...file.documents].map(({ range }) => range);
        assert.ok(places.every(({ start, end }) => 0 <= start && start <= end && end <= text.length));
        assert.equal(({} as Record<string, unknown>).polluted, undefined);
      });
    }
  }

  test('what is refused says why, once, when its kind was asked for', () => {
    const problems = (text: string): readonly string[] =>
      readFile(new SourceText('kubelet', text), 'environment-file').problems.map(({ reason }) => reason);
    assert.deepEqual(problems('\0'), ['the file is not text']);
    assert.deepEqual(problems(texts['a 10 MB line'] ?? ''), ['the file is too large to be read']);
    assert.deepEqual(problems(texts['a line of more than 1 MB'] ?? ''), ['a line is too long to be read']);
    assert.deepEqual(read('kubelet', '\0').problems, []);
  });

  test('every beginning of every example can be read', () => {
    const all = [...flagExamples, ...configurationExamples.map(({ text }) => ({ path: 'a.yaml', text }))];
    for (const { path, text } of all) {
      for (let end = 0; end < text.length; end += 3) assert.doesNotThrow(() => read(path, text.slice(0, end)));
    }
  });
});
