import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { EVENT_ID, SCALAR_STYLE, YAMLException, getScalarValue, parseEvents, type Event } from 'js-yaml';

/** What `readTree` relies on in the parser's events; a new version of js-yaml that breaks one of these breaks the reader. */
describe('events of js-yaml', () => {
  const eventsOf = (text: string): readonly Event[] => parseEvents(text, {});

  test('a document, its mapping, and the ends of both', () => {
    const text = 'a: b\n';
    const { DOCUMENT, MAPPING, SCALAR, POP } = EVENT_ID;
    const types = eventsOf(text).map(({ type }) => type);
    assert.deepEqual(types, [DOCUMENT, MAPPING, SCALAR, SCALAR, POP, POP]);
  });

  test('no events for an empty document', () => {
    assert.deepEqual(eventsOf('# only a comment\n'), []);
  });

  const scalars: readonly (readonly [what: string, text: string, written: string, value: string, style: number])[] = [
    ['plain', 'a: b c # d\n', 'b c', 'b c', SCALAR_STYLE.PLAIN],
    ['plain over two lines', 'a: b\n  c\n', 'b\n  c', 'b c', SCALAR_STYLE.PLAIN],
    ['single-quoted, without its quotes', "a: 'it''s'\n", "it''s", "it's", SCALAR_STYLE.SINGLE_QUOTED],
    ['double-quoted, without its quotes', 'a: "b\\t"\n', 'b\\t', 'b\t', SCALAR_STYLE.DOUBLE_QUOTED],
    ['literal, from its first line on', 'a: |\n  b\n  c\n', '  b\n  c\n', 'b\nc\n', SCALAR_STYLE.LITERAL_BLOCK],
    ['folded, from its first line on', 'a: >- # d\n  b\n  c\n', '  b\n  c\n', 'b c', SCALAR_STYLE.FOLDED_BLOCK],
  ];
  for (const [what, text, written, value, style] of scalars) {
    test(`scalar: ${what}`, () => {
      const event = eventsOf(text)[3];
      assert.equal(event?.type, EVENT_ID.SCALAR);
      assert.equal(text.slice(event.valueStart, event.valueEnd), written);
      assert.equal(getScalarValue(text, event), value);
      assert.equal(event.style, style);
    });
  }

  test('an empty value has no place', () => {
    const event = eventsOf('a:\n')[3];
    assert.equal(event?.type, EVENT_ID.SCALAR);
    assert.deepEqual([event.valueStart, event.valueEnd], [-1, -1]);
  });

  test('anchors, tags and aliases have theirs', () => {
    const text = 'a: !!str &x b\nc: *x\n';
    const [, , , scalar, , alias] = eventsOf(text);
    assert.equal(scalar?.type, EVENT_ID.SCALAR);
    assert.equal(text.slice(scalar.anchorStart, scalar.anchorEnd), 'x');
    assert.equal(text.slice(scalar.tagStart, scalar.tagEnd), '!!str');
    assert.equal(alias?.type, EVENT_ID.ALIAS);
    assert.equal(text.slice(alias.anchorStart, alias.anchorEnd), 'x');
  });

  test('collections have their start: brace, dash or first key', () => {
    const text = 'a:\n  - {b: c}\n';
    const starts = eventsOf(text).flatMap((event) => ('start' in event ? [text.slice(event.start).trimEnd()] : []));
    assert.deepEqual(starts, ['a:\n  - {b: c}', '- {b: c}', '{b: c}']);
  });

  test('an error has a reason and a place', () => {
    assert.throws(
      () => eventsOf('a: b\n c: d\n'),
      (error) => error instanceof YAMLException && error.reason !== '' && error.mark?.position === 7,
    );
  });
});
