import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { MappedText, MappedTextBuilder } from '../../../src/core/documents/mappedText';
import { findTemplates, findVariables } from '../../../src/core/documents/templates';

/** `a\"b` and a continuation, undone: every character knows its place. */
function decoded(source: string): MappedText {
  const builder = new MappedTextBuilder(MappedText.verbatim(source), 0);
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] !== '\\') builder.keep(at, at + 1);
    else {
      builder.replace(at, at + 2, source[at + 1] === '\n' ? '' : source.slice(at + 1, at + 2));
      at += 1;
    }
  }
  return builder.build();
}

describe('a text that knows where it was written', () => {
  const source = 'ab\\"cd\\\nef';
  const text = decoded(source);
  const slice = ({ start, end }: { start: number; end: number }): string => source.slice(start, end);

  test('reads as what is meant', () => {
    assert.equal(text.text, 'ab"cdef');
  });

  test('a stretch has the range it was written in', () => {
    assert.equal(slice(text.rangeOf(0, 2)), 'ab');
    assert.equal(slice(text.rangeOf(2, 3)), '\\"');
    assert.equal(slice(text.rangeOf(1, 4)), 'b\\"c');
    assert.equal(slice(text.rangeOf(4, 6)), 'd\\\ne');
    assert.equal(slice(text.rangeOf()), source);
  });

  test('an empty stretch lies where the next character is, or at the end', () => {
    assert.deepEqual(text.rangeOf(3, 3), { start: 4, end: 4 });
    assert.deepEqual(text.rangeOf(7, 7), { start: source.length, end: source.length });
    assert.deepEqual(text.rangeOf(7, 8), { start: source.length, end: source.length });
    assert.deepEqual(new MappedTextBuilder(MappedText.verbatim(source), 5).build().rangeOf(), { start: 5, end: 5 });
  });

  test('a slice keeps its places, and so does what is built from it', () => {
    const part = text.slice(2, 6);
    assert.equal(part.text, '"cde');
    assert.equal(slice(part.rangeOf(1, 3)), 'cd');
    const builder = new MappedTextBuilder(part, 0);
    builder.keep(1, 2);
    builder.replace(2, 3, 'xyz');
    builder.keep(3, 4);
    const built = builder.build();
    assert.equal(built.text, 'cxyze');
    assert.equal(builder.length, 5);
    assert.equal(slice(built.rangeOf(1, 4)), 'd');
    assert.equal(slice(built.rangeOf(4, 5)), 'e');
  });

  test('a stretch inside a replacement has the range of all of it', () => {
    const builder = new MappedTextBuilder(MappedText.verbatim('%H'), 0);
    builder.replace(0, 2, 'host');
    assert.deepEqual(builder.build().rangeOf(1, 2), { start: 0, end: 2 });
  });
});

describe('templates', () => {
  const written = (text: string): readonly string[] =>
    findTemplates(text).map(({ start, end }) => text.slice(start, end));

  test('of each language, in order', () => {
    assert.deepEqual(written('a {{ b }} {% c %} <%= d %> {# e #} {{f}}'), [
      '{{ b }}',
      '{% c %}',
      '<%= d %>',
      '{# e #}',
      '{{f}}',
    ]);
  });

  test('marks inside a template are part of it', () => {
    assert.deepEqual(written('{{ "{%" }} {% "}}" %}'), ['{{ "{%" }}', '{% "}}" %}']);
  });

  test('one that is never closed is text, the others stay', () => {
    assert.deepEqual(written('{{ a {% b %} }x {# c'), ['{% b %}']);
    assert.deepEqual(written('no braces'), []);
  });

  test('variables with their defaults', () => {
    const text = '${A} ${B:-x y} $C ${1} ${D:?e} ${ f } ${G';
    assert.deepEqual(
      findVariables(text).map(({ start, end }) => text.slice(start, end)),
      ['${A}', '${B:-x y}', '${D:?e}'],
    );
  });
});
