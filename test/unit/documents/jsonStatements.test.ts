import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { maskTemplates } from '../../../src/core/documents/yaml/maskTemplates';

/** The text as the parser gets it, without blanks. */
function maskedText(text: string): string {
  return maskTemplates(text).text.replaceAll(/\s+/g, '');
}

describe('templates in JSON', () => {
  const cases: readonly (readonly [name: string, text: string, expected: string])[] = [
    ['an optional member', '{"a": 1, {% if b %}"c": 2,{% endif %} "d": 3}', '{"a":1,"c":2,"d":3}'],
    ['an optional last member', '{"a": 1{% if b %}, "c": 2{% endif %}}', '{"a":1,"c":2}'],
    ['a comma of its own', '{"a": 1{% if b %},{% endif %}\n"c": 2}', '{"a":1,"c":2}'],
    ['branches on lines', '{\n{% if a %}\n"b": 1\n{% else %}\n"b": 2\n{% endif %}\n}', '{"b":1,"b":2}'],
    ['Go', '{ {{- range .a }}"b": 1,{{ end }} "c": 2 }', '{"b":1,"c":2}'],
    ['ERB', '{ <% if a %>"b": 1,<% end %> "c": 2 }', '{"b":1,"c":2}'],
    ['a loop over items', '[{% for a in b %}"c"{% if not loop.last %},{% endif %}{% endfor %}]', '["c",]'],
    ['behind a header', '{# a #}{% set b = 1 %}\n{ {% if a %}"b": 1{% endif %} }', '{"b":1}'],
  ];
  for (const [name, text, expected] of cases) {
    test(name, () => {
      assert.equal(maskedText(text), expected);
      assert.equal(maskTemplates(text).text.length, text.length);
    });
  }

  test('a statement inside of a value leaves no plain value behind', () => {
    assert.match(
      maskedText('{"a": {% if b %}true{% else %}false{% endif %}, "c": 1}'),
      /^\{"a":x+truex+falsex+,"c":1\}$/,
    );
    assert.match(maskedText('{"a": "{% if b %}c{% endif %}", "d": 1}'), /^\{"a":"x+cx+","d":1\}$/);
    assert.match(maskedText('{"a": {% if b %}"c"{% else %}"d"{% endif %}, "e": 1}'), /^\{"a":x+"c"x+"d"x+,"e":1\}$/);
  });

  test('YAML is left to its lines', () => {
    assert.match(maskedText('a: [{% if b %}c{% endif %}]'), /^a:\[x+cx+\]$/);
  });
});
