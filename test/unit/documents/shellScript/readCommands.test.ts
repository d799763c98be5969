import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { MappedText } from '../../../../src/core/documents/mappedText';
import { readCommands } from '../../../../src/core/documents/shellScript/readCommands';

function wordsOf(text: string): readonly string[] {
  return readCommands(MappedText.verbatim(text)).map(({ words }) => words.map(({ content }) => content.text).join('|'));
}

const cases: readonly (readonly [name: string, script: string, expected: readonly string[]])[] = [
  ['operators', 'a&&b||c;d&e|f|&g', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
  ['quotes', `a 'b  c' "d \\"e\\" \\x" f\\ g $'h\\ti' ""`, ['a|b  c|d "e" \\x|f g|h\ti|']],
  ['a continued line and word', 'a \\\n  b\\\nc\n', ['a|bc']],
  ['comments', '# a\nb#c #d\n  # e\nf', ['b#c', 'f']],
  [
    'expansions',
    'a $(b "$(c ")")" # )\n) `d e` ${f:-g h} $((1 << 2)) <(i j)',
    ['a|$(b "$(c ")")" # )\n)|`d e`|${f:-g h}|$((1 << 2))|<(i j)'],
  ],
  ['redirections', 'a >b 2>&1 </c <<<"d e" &>f g', ['a|g']],
  ['a heredoc in a substitution', 'a "$(cat <<E\nit\'s )\nE\n)" b\nc', ["a|$(cat <<E\nit's )\nE\n)|b", 'c']],
  ['arithmetic', '((a = 1 << 2)); for ((i=0; i<3; i++)); do b; done', ['for', 'b']],
  [
    'reserved words',
    'if a; then b; elif ! c; then d; else { e; }; fi\nwhile f; do g; done',
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
  ],
  [
    'functions and case',
    'f() { a; }\nfunction g { b; }\ncase $1 in\n (a|"b c") d;;\n *) e\nesac',
    ['a', 'b', 'case|$1|in', 'a', 'b c', 'd', '*', 'e'],
  ],
  ['an open quote', 'a\nb "c\nd', ['a', 'b|c\nd']],
  ['an open substitution', 'a $(b "c\nd', ['a|$(b "c\nd']],
  ['an open array', 'A=(b\nc', ['']],
  ['a backslash at the end', 'a \\', ['a|\\']],
  ['a byte order mark', '\uFEFFa', ['a']],
];

describe('commands of a script', () => {
  for (const [name, script, expected] of cases) {
    test(name, () => {
      assert.deepEqual(wordsOf(script), expected);
    });
  }

  test('every beginning of a script is read without an exception', () => {
    const script = cases.map(([, text]) => text).join('\n');
    for (let end = 0; end <= script.length; end += 1) {
      for (const { range, lineEnd } of readCommands(MappedText.verbatim(script.slice(0, end)))) {
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= end && lineEnd >= 0 && lineEnd <= end);
      }
    }
  });

  for (const word of ['"b', "'b", '${b', '"${b"', '$(b', '`b', '<(b', 'b$((1']) {
    test(`${word} is open: what is put behind it would be part of it`, () => {
      const words = readCommands(MappedText.verbatim(`a ${word}`)).flatMap((command) => command.words);
      assert.equal(words.at(-1)?.hasOpenQuote, true);
    });
  }

  test('what is closed is not open', () => {
    const words = readCommands(MappedText.verbatim('a "b" ${c} "${d}" $(e) `f` <(g) $((1))')).flatMap(
      (command) => command.words,
    );
    assert.ok(words.every(({ hasOpenQuote }) => !hasOpenQuote));
  });

  test('deep nesting is given up, not followed', () => {
    assert.equal(wordsOf('a ' + '$('.repeat(100_000)).length, 1);
    assert.equal(wordsOf('a ' + '"$('.repeat(100_000)).length, 1);
  });
});

for (const open of ['"b', "'b", '${b', '$(b', '$((1', '`b', "$'b"]) {
  test(`nothing can be put behind ${open}, which is never closed`, () => {
    const words = readCommands(MappedText.verbatim(`a ${open}`)).flatMap((command) => command.words);
    assert.deepEqual(
      words.map(({ hasOpenQuote }) => hasOpenQuote),
      [false, true],
    );
  });
}
