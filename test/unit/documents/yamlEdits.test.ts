import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { applyEdits } from '../../../src/core/text/edit';
import type { KubeletConfigurationDocument } from '../../../src/core/documents/document';
import type { YamlNode } from '../../../src/core/documents/yaml/node';
import { read, variants } from './reading';
import { configurationExamples } from './yamlExamples';

function configurationIn(text: string): KubeletConfigurationDocument {
  const file = read('kubelet-config.yaml', text);
  assert.deepEqual(file.problems, []);
  const document = file.documents.find(({ type }) => type === 'kubelet-configuration');
  assert.ok(document?.type === 'kubelet-configuration');
  return document;
}

/** Every scalar by its path; an empty mapping is there under its own. */
function leaves(node: YamlNode, path: readonly string[] = []): readonly (readonly [string, string])[] {
  if (node.kind === 'scalar') return [[path.join('/'), node.value]];
  if (node.kind === 'sequence') return node.items.flatMap((item, index) => leaves(item, [...path, String(index)]));
  if (node.kind === 'alias') return [];
  if (node.entries.length === 0) return [[path.join('/'), '{}']];
  return node.entries.flatMap(({ key, value }) => leaves(value, [...path, key.value]));
}

function pathsOf(node: YamlNode, path: readonly string[] = []): readonly (readonly string[])[] {
  if (node.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key, value }) => [[...path, key.value], ...pathsOf(value, [...path, key.value])]);
}

const comments = (text: string): readonly string[] =>
  [...text.matchAll(/(?<=^|\s)#.*$/gm)].map(([comment]) => comment.trim());

const added: readonly (readonly string[])[] = [
  ['serverTLSBootstrap'],
  ['featureGates', 'New'],
  ['authentication', 'x509', 'clientCAFile'],
  ['evictionHard', 'memory.available'],
];

describe('editing a KubeletConfiguration', () => {
  for (const example of configurationExamples) {
    for (const variant of variants(example.text)) {
      const document = configurationIn(variant.text);
      const before = new Map(leaves(document.root));

      for (const path of added) {
        test(`set ${path.join('.')}: ${example.name}, ${variant.name}`, () => {
          const edits = document.editor.set(path, '"new"');
          assert.ok(edits);
          const text = applyEdits(variant.text, edits);
          const expected = new Map([...before].filter(([key]) => !path.join('/').startsWith(`${key}/`)));
          expected.set(path.join('/'), 'new');
          assert.deepEqual(new Map([...leaves(configurationIn(text).root)].sort()), new Map([...expected].sort()));
          assert.deepEqual(comments(text), comments(variant.text));
          assert.equal(/(?<!\r)\n/.test(text), /(?<!\r)\n/.test(variant.text));
          assert.deepEqual(applyEdits(text, configurationIn(text).editor.set(path, '"new"') ?? []), text);
        });
      }

      for (const path of pathsOf(document.root).filter(([top]) => top !== 'kind' && top !== 'apiVersion')) {
        test(`remove ${path.join('.')}: ${example.name}, ${variant.name}`, () => {
          const edits = document.editor.remove(path);
          assert.ok(edits);
          const text = applyEdits(variant.text, edits);
          const expected = [...before].filter(
            ([key]) => key !== path.join('/') && !key.startsWith(`${path.join('/')}/`),
          );
          assert.deepEqual(leaves(configurationIn(text).root), expected);
          assert.ok(edits.every(({ newText }) => newText === ''));
          assert.equal(/^[ \t]+$/m.test(text), /^[ \t]+$/m.test(variant.text));
        });
      }
    }
  }
});

/** [what, before, path, value or undefined to remove, after] */
const layouts: readonly (readonly [string, string, readonly string[], string | undefined, string])[] = [
  [
    'a value keeps its comment',
    'rotateCertificates: false # why\n',
    ['rotateCertificates'],
    'true',
    'rotateCertificates: true # why\n',
  ],
  ['an empty value', 'rotateCertificates: # why\n', ['rotateCertificates'], 'true', 'rotateCertificates: true # why\n'],
  ['a file without a last line end', 'a: 1', ['rotateCertificates'], 'true', 'a: 1\nrotateCertificates: true'],
  [
    'before a comment at the end',
    'a: 1 # x\n# end\n',
    ['rotateCertificates'],
    'true',
    'a: 1 # x\nrotateCertificates: true\n# end\n',
  ],
  [
    'parents, with the indentation of the file',
    'a:\n    b: 1\n',
    ['authentication', 'webhook', 'enabled'],
    'true',
    'a:\n    b: 1\nauthentication:\n    webhook:\n        enabled: true\n',
  ],
  ['an empty parent', 'featureGates:\nz: 1\n', ['featureGates', 'A'], 'true', 'featureGates:\n  A: true\nz: 1\n'],
  [
    'a null parent',
    'featureGates: ~ # x\nz: 1\n',
    ['featureGates', 'A'],
    'true',
    'featureGates: # x\n  A: true\nz: 1\n',
  ],
  [
    'an empty flow mapping',
    'featureGates: {}\nz: 1\n',
    ['featureGates', 'A'],
    'true',
    'featureGates: {A: true}\nz: 1\n',
  ],
  ['a removed line', 'a: 1\nb: 2 # x\nc: 3\n', ['b'], undefined, 'a: 1\nc: 3\n'],
  ['a parent left empty goes too', 'a: 1\nb:\n  c:\n    d: 2\ne: 3\n', ['b', 'c', 'd'], undefined, 'a: 1\ne: 3\n'],
  ['the last line without line end', 'a: 1\nb: 2', ['b'], undefined, 'a: 1'],
  ['one of a flow mapping', 'g: {A: true, B: false}\n', ['g', 'A'], undefined, 'g: {B: false}\n'],
  ['the last of a flow mapping', 'g: {A: true, B: false}\n', ['g', 'B'], undefined, 'g: {A: true}\n'],
];

describe('layout of an edited KubeletConfiguration', () => {
  const head = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';
  for (const [name, before, path, value, after] of layouts) {
    test(name, () => {
      const { editor } = configurationIn(head + before);
      const edits = value === undefined ? editor.remove(path) : editor.set(path, value);
      assert.ok(edits);
      assert.equal(applyEdits(head + before, edits), head + after);
    });
  }
});

describe('what is left alone', () => {
  const head = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';
  const unsafe: readonly (readonly [string, string, readonly string[]])[] = [
    ['an alias on the way', 'x: &x {A: true}\nfeatureGates: *x\n', ['featureGates', 'B']],
    ['an anchored value', 'rotateCertificates: &r false\n', ['rotateCertificates']],
    ['a templated value', 'rotateCertificates: {{ rotate }}\n', ['rotateCertificates']],
    ['a document of templated lines', '{{- if a }}\na: 1\n{{- end }}\n', ['rotateCertificates']],
    ['a sequence on the way', 'featureGates: [A]\n', ['featureGates', 'B']],
    ['behind a block scalar that keeps its blank lines', 'a: |+\n  x\n\n', ['rotateCertificates']],
  ];
  for (const [name, text, path] of unsafe) {
    test(name, () => {
      assert.equal(configurationIn(head + text).editor.set(path, 'true'), undefined);
    });
  }
});
