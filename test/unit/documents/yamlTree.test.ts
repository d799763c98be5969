import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { cutDocuments } from '../../../src/core/documents/yaml/cutDocuments';
import { maskTemplates } from '../../../src/core/documents/yaml/maskTemplates';
import { valueAt, valueOf, type YamlNode } from '../../../src/core/documents/yaml/node';
import { readTree } from '../../../src/core/documents/yaml/readTree';
import { plainScalarType, yamlBoolean } from '../../../src/core/documents/yaml/scalarType';
import { variants } from './reading';

function treesOf(text: string): readonly (YamlNode | string | undefined)[] {
  const masked = maskTemplates(text);
  return cutDocuments(masked.text, text.startsWith('\uFEFF') ? 1 : 0).map((range) => {
    const tree = readTree(text, masked, range);
    return 'problem' in tree ? tree.problem.reason : tree.root;
  });
}

/** One line per node: its path, what it is, and the text of its range. */
function dump(text: string, node: YamlNode | string | undefined, path = ''): readonly string[] {
  if (node === undefined || typeof node === 'string') return [`${path} ${node ?? 'nothing'}`];
  const written = text.slice(node.range.start, node.range.end).replaceAll('\r\n', '\n');
  switch (node.kind) {
    case 'scalar':
      return [
        `${path} ${node.style} ${node.type}${node.templated ? ' templated' : ''} ${JSON.stringify(node.value)} <${written}>`,
      ];
    case 'alias':
      return [`${path} alias to ${node.target?.kind ?? 'nothing'} <${written}>`];
    case 'mapping':
      return [
        `${path} ${node.style} mapping <${written}>`,
        ...node.entries.flatMap(({ key, value }) => [
          ...(text.slice(key.range.start, key.range.end) === key.value
            ? []
            : dump(text, key, `${path}/${key.value} key`)),
          ...dump(text, value, `${path}/${key.value}`),
        ]),
      ];
    case 'sequence':
      return [
        `${path} ${node.style} sequence <${written}>`,
        ...node.items.flatMap((item, index) => dump(text, item, `${path}/${String(index)}`)),
      ];
  }
}

const trees: readonly (readonly [name: string, text: string, lines: readonly string[]])[] = [
  [
    'nested block mappings, comments left out',
    'a: 1 # one\nb:\n  c: x y\n  d: # empty\n# end\n',
    [
      ' block mapping <a: 1 # one\nb:\n  c: x y\n  d:>',
      '/a plain integer "1" <1>',
      '/b block mapping <c: x y\n  d:>',
      '/b/c plain string "x y" <x y>',
      '/b/d plain null "" <>',
    ],
  ],
  [
    'sequences, indented or not, with empty items',
    'a:\n- x\n-\n- - z\nb:\n    - c: 1\n      d: 2\n',
    [
      ' block mapping <a:\n- x\n-\n- - z\nb:\n    - c: 1\n      d: 2>',
      '/a block sequence <- x\n-\n- - z>',
      '/a/0 plain string "x" <x>',
      '/a/1 plain null "" <>',
      '/a/2 block sequence <- z>',
      '/a/2/0 plain string "z" <z>',
      '/b block sequence <- c: 1\n      d: 2>',
      '/b/0 block mapping <c: 1\n      d: 2>',
      '/b/0/c plain integer "1" <1>',
      '/b/0/d plain integer "2" <2>',
    ],
  ],
  [
    'flow collections with trailing commas, comments and single pairs',
    'a: {b: "c", d: [1, 2,], } # {\ne: [f: g, {h}, { }] \ni: [ # x ]\n  1 ]\n',
    [
      ' block mapping <a: {b: "c", d: [1, 2,], } # {\ne: [f: g, {h}, { }] \ni: [ # x ]\n  1 ]>',
      '/a flow mapping <{b: "c", d: [1, 2,], }>',
      '/a/b double-quoted string "c" <"c">',
      '/a/d flow sequence <[1, 2,]>',
      '/a/d/0 plain integer "1" <1>',
      '/a/d/1 plain integer "2" <2>',
      '/e flow sequence <[f: g, {h}, { }]>',
      '/e/0 flow mapping <f: g>',
      '/e/0/f plain string "g" <g>',
      '/e/1 flow mapping <{h}>',
      '/e/1/h plain null "" <>',
      '/e/2 flow mapping <{ }>',
      '/i flow sequence <[ # x ]\n  1 ]>',
      '/i/0 plain integer "1" <1>',
    ],
  ],
  [
    'lines in brackets and quotes that begin in any column',
    'a: {\n  b: [\nc, # d\n# e\n"f", ],\n}\ng: "x\ny"\nh: [\n]\n',
    [
      ' block mapping <a: {\n  b: [\nc, # d\n# e\n"f", ],\n}\ng: "x\ny"\nh: [\n]>',
      '/a flow mapping <{\n  b: [\nc, # d\n# e\n"f", ],\n}>',
      '/a/b flow sequence <[\nc, # d\n# e\n"f", ]>',
      '/a/b/0 plain string "c" <c>',
      '/a/b/1 double-quoted string "f" <"f">',
      '/g double-quoted string "x y" <"x\ny">',
      '/h flow sequence <[\n]>',
    ],
  ],
  [
    'JSON',
    '{\n  "a": {"b": true, "c": []},\n  "d": null\n}\n',
    [
      ' flow mapping <{\n  "a": {"b": true, "c": []},\n  "d": null\n}>',
      '/a key double-quoted string "a" <"a">',
      '/a flow mapping <{"b": true, "c": []}>',
      '/a/b key double-quoted string "b" <"b">',
      '/a/b plain boolean "true" <true>',
      '/a/c key double-quoted string "c" <"c">',
      '/a/c flow sequence <[]>',
      '/d key double-quoted string "d" <"d">',
      '/d plain null "null" <null>',
    ],
  ],
  [
    'block scalars',
    'a: |\n  x\n\n  y\n\nb: >-  # c|d\n  x\n  y\nc: |+\nd: 1\n',
    [
      ' block mapping <a: |\n  x\n\n  y\n\nb: >-  # c|d\n  x\n  y\nc: |+\nd: 1>',
      '/a literal string "x\\n\\ny\\n" <|\n  x\n\n  y>',
      '/b folded string "x y" <>-  # c|d\n  x\n  y>',
      '/c literal string "" <|+>',
      '/d plain integer "1" <1>',
    ],
  ],
  [
    'anchors, aliases and tags',
    'a: &x {b: 1}\nc: *x\nd: &y\n  e: *y\nf: *none\ng: !!str 1\nh: &z\ni: !!str\n',
    [
      ' block mapping <a: &x {b: 1}\nc: *x\nd: &y\n  e: *y\nf: *none\ng: !!str 1\nh: &z\ni: !!str>',
      '/a flow mapping <{b: 1}>',
      '/a/b plain integer "1" <1>',
      '/c alias to mapping <*x>',
      '/d block mapping <e: *y>',
      '/d/e alias to nothing <*y>',
      '/f alias to nothing <*none>',
      '/g plain string "1" <1>',
      '/h plain null "" <>',
      '/i plain string "" <>',
    ],
  ],
  [
    'duplicate and odd keys',
    '"a": 1\na: 2\n? b\n: c\n? [d]\n: e\n__proto__: f\nyes: g\n',
    [
      ' block mapping <"a": 1\na: 2\n? b\n: c\n? [d]\n: e\n__proto__: f\nyes: g>',
      '/a key double-quoted string "a" <"a">',
      '/a plain integer "1" <1>',
      '/a plain integer "2" <2>',
      '/b plain string "c" <c>',
      '/[d] plain string "e" <e>',
      '/__proto__ plain string "f" <f>',
      '/yes plain string "g" <g>',
    ],
  ],
  [
    'templates as values, parts of values, keys and lines',
    'a: {{ .Values.a }}\nb: x-{{ b "q" }}-y\nc: "{{ c }}"\n{{ d }}: 1\n{{- if e }}\nf: ${F}\n{{- end }}\ng:\n  {{- toYaml . | nindent 2 }}\nh: #@ data.h\ni: 1\n',
    [
      ' block mapping <a: {{ .Values.a }}\nb: x-{{ b "q" }}-y\nc: "{{ c }}"\n{{ d }}: 1\n{{- if e }}\nf: ${F}\n{{- end }}\ng:\n  {{- toYaml . | nindent 2 }}\nh: #@ data.h\ni: 1>',
      '/a plain string templated "{{ .Values.a }}" <{{ .Values.a }}>',
      '/b plain string templated "x-{{ b \\"q\\" }}-y" <x-{{ b "q" }}-y>',
      '/c double-quoted string templated "\\"{{ c }}\\"" <"{{ c }}">',
      '/{{ d }} plain integer "1" <1>',
      '/f plain string templated "${F}" <${F}>',
      '/g plain string templated "" <>',
      '/h plain string templated "" <>',
      '/i plain integer "1" <1>',
    ],
  ],
];

describe('YAML trees', () => {
  for (const [name, text, lines] of trees) {
    for (const variant of variants(text)) {
      test(`${name}, ${variant.name}`, () => {
        const [tree, ...others] = treesOf(variant.text);
        assert.deepEqual(
          dump(variant.text, tree),
          lines.map((line) => line),
        );
        assert.deepEqual(others, []);
      });
    }
  }
});

describe('documents of a text', () => {
  const cuts: readonly (readonly [string, string, readonly string[]])[] = [
    ['one without markers', 'a: 1\n', ['a: 1\n']],
    ['several', '---\na: 1\n---\nb: 2\n', ['---\na: 1\n', '---\nb: 2\n']],
    ['comments only before the first', '# x\n---\na: 1\n', ['---\na: 1\n']],
    ['end markers', 'a: 1\n...\n---\nb: 2\n...\n# x\n', ['a: 1\n...\n', '---\nb: 2\n...\n']],
    ['directives', '%YAML 1.1\n# x\n---\na: 1\n', ['%YAML 1.1\n# x\n---\na: 1\n']],
    ['content behind the marker', '--- {a: 1}\n---   # x\nb: 2', ['--- {a: 1}\n', '---   # x\nb: 2']],
    ['a marker is no prefix', '----\na---: 1\n', ['----\na---: 1\n']],
    ['empty ones', '---\n---\n\n---\na: 1\n---\n', ['---\na: 1\n']],
  ];
  for (const [name, text, parts] of cuts) {
    test(name, () => {
      assert.deepEqual(
        cutDocuments(text, 0).map(({ start, end }) => text.slice(start, end)),
        parts,
      );
    });
  }

  test('a broken document leaves the others', () => {
    const [first, second, third] = treesOf('a: 1\n---\na: [\n---\nb: 2\n');
    assert.equal(typeof first, 'object');
    assert.equal(typeof second, 'string');
    assert.equal(typeof third, 'object');
  });
});

describe('what Kubernetes reads a plain scalar as', () => {
  const types = {
    boolean: ['true', 'True', 'TRUE', 'yes', 'No', 'on', 'OFF', 'y', 'N'],
    null: ['', '~', 'null', 'Null', 'NULL'],
    integer: ['0', '10', '-5', '0x1F', '0o17', '017', '0b11', '1_000'],
    float: ['1.5', '.5', '1e3', '-1.', '.inf', '-.INF', '.nan', '089'],
    string: ['tRUE', 'yEs', 'nULL', '1.2.3', '10m', '0xg', '1h0m0s', '127.0.0.1', 'oN'],
  } as const;
  for (const [type, texts] of Object.entries(types)) {
    for (const text of texts)
      test(`${JSON.stringify(text)} is ${type}`, () => {
        assert.equal(plainScalarType(text), type);
      });
  }

  test('booleans have their value', () => {
    assert.deepEqual(['Yes', 'on', 'y', 'TRUE'].map(yamlBoolean), [true, true, true, true]);
    assert.deepEqual(['no', 'Off', 'n', 'false'].map(yamlBoolean), [false, false, false, false]);
    assert.deepEqual(['yEs', '1', ''].map(yamlBoolean), [undefined, undefined, undefined]);
  });
});

describe('merge keys', () => {
  test('stand for the entries of what they name, which own entries win over', () => {
    const [tree] = treesOf('base: &b {x: 1, y: 2}\nc:\n  <<: *b\n  y: 3\nd:\n  <<: [{x: 4}, *b]\n');
    assert.ok(typeof tree === 'object');
    const read = (...path: string[]): string | undefined => {
      const node = valueAt(tree, path);
      return node?.kind === 'scalar' ? node.value : undefined;
    };
    assert.deepEqual(
      [read('c', 'x'), read('c', 'y'), read('d', 'x'), read('d', 'y'), read('d', 'z')],
      ['1', '3', '4', '2', undefined],
    );
  });

  test('a quoted << is a key like any other', () => {
    const [tree] = treesOf('a: &a {x: 1}\nb: {"<<": *a}\n');
    assert.ok(typeof tree === 'object');
    assert.equal(valueOf(valueOf(tree, 'b'), 'x'), undefined);
  });
});
