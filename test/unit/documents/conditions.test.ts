import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { conditionalParts } from '../../../src/core/documents/conditions';
import { flagsOf } from '../../../src/core/documents/commandLine';
import { commandLinesOf, flagVariants, read } from './reading';

function partsOf(text: string): readonly string[] {
  return conditionalParts(text).map(({ start, end }) => text.slice(start, end));
}

describe('parts that a template may leave out', () => {
  const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['Jinja', 'a {% if b %}c{% else %}d{% endif %} e', ['{% if b %}c{% else %}d{% endif %}']],
    ['Jinja that trims blanks', '{%- if b -%}c{%- endif -%}d', ['{%- if b -%}c{%- endif -%}']],
    [
      'one inside another',
      '{% for a in b %}{% if c %}d{% endif %}e{% endfor %}f',
      ['{% for a in b %}{% if c %}d{% endif %}e{% endfor %}'],
    ],
    [
      'Go',
      '{{ if .a }}b{{ else }}c{{ end }}d{{- range .e }}f{{- end }}',
      ['{{ if .a }}b{{ else }}c{{ end }}', '{{- range .e }}f{{- end }}'],
    ],
    [
      'ERB',
      '<% if a %>b<% end %><%= c %><%- d.each do |e| -%>f<%- end -%>',
      ['<% if a %>b<% end %>', '<%- d.each do |e| -%>f<%- end -%>'],
    ],
    ['Handlebars', '{{#if a}}b{{/if}}c', ['{{#if a}}b{{/if}}']],
    ['never ended', 'a{% if b %}c', ['{% if b %}c']],
    ['no condition', '{{ a }} {{ if_b }} {% set c = 1 %} {% raw %}d{% endraw %} {# {% if e %} #} <%= f %> {{end}}', []],
  ];
  for (const [name, text, expected] of cases) {
    test(name, () => {
      assert.deepEqual(partsOf(text), expected);
    });
  }

  test('many of them are found in one pass', () => {
    assert.equal(conditionalParts('{% if a %}{% endif %}'.repeat(20_000)).length, 20_000);
    assert.equal(conditionalParts('{% if a %}'.repeat(20_000)).length, 1);
  });
});

/** In each host `--a`-like flags outside the condition and `--v=4` with `--require-kubeconfig` inside. */
const hosts: readonly (readonly [path: string, text: string])[] = [
  [
    'kubelet.env.j2',
    'KUBELET_ARGS="--kubeconfig=/a {% if b %} --v=4 --require-kubeconfig {% endif %} --cert-dir=/d"\n',
  ],
  [
    'kubelet.env.tpl',
    'KUBELET_ARGS="--kubeconfig=/a {{ if .b }} --v=4 --require-kubeconfig {{ end }} --cert-dir=/d"\n',
  ],
  ['kubelet.env.erb', 'KUBELET_ARGS="--kubeconfig=/a <% if b %> --v=4 --require-kubeconfig <% end %> --cert-dir=/d"\n'],
  [
    'kubelet.service.j2',
    '[Service]\nExecStart=/usr/bin/kubelet \\\n  --kubeconfig=/a \\\n{% if b %}\n  --v=4 \\\n  --require-kubeconfig \\\n{% endif %}\n  --cert-dir=/d\n',
  ],
  [
    '10-node.conf.erb',
    '[Service]\nEnvironment="KUBELET_ARGS=--kubeconfig=/a <% if b %> --v=4 --require-kubeconfig <% end %> --cert-dir=/d"\n',
  ],
  [
    'start.sh.j2',
    '#!/bin/sh\nkubelet --kubeconfig=/a \\\n{% if b %}\n  --v=4 \\\n  --require-kubeconfig \\\n{% endif %}\n  --cert-dir=/d\n',
  ],
  [
    'pod.yaml',
    'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: kubelet\n    command:\n    - kubelet\n    - --kubeconfig=/a\n    {{- if .b }}\n    - --v=4\n    - --require-kubeconfig\n    {{- end }}\n    - --cert-dir=/d\n',
  ],
];

describe('flags that a template may leave out', () => {
  for (const [path, text] of hosts) {
    for (const variant of flagVariants(text)) {
      if (path.endsWith('.yaml') && variant.name === 'tabs') continue;
      test(`${path}, ${variant.name}`, () => {
        const [line] = commandLinesOf(read(path, variant.text));
        const flags = line ? flagsOf(line) : [];
        assert.deepEqual(
          flags.map(({ name, conditional = false }) => [name, conditional]),
          [
            ['kubeconfig', false],
            ['v', true],
            ['require-kubeconfig', true],
            ['cert-dir', false],
          ],
        );
        assert.equal(line?.conditional, undefined);
      });
    }
  }

  test('a variable that is only set under a condition', () => {
    const [always, sometimes] = commandLinesOf(
      read('kubelet.env.j2', 'KUBELET_ARGS="--v=2"\n{% if a %}\nKUBELET_EXTRA_ARGS="--v=4"\n{% endif %}\n'),
    );
    assert.deepEqual([always?.conditional, sometimes?.conditional], [undefined, true]);
  });
});
