import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { TokenRow } from '../../../../src/core/documents/tokenFile/tokenFileDocument';
import { SecretText } from '../../../../src/core/documents/secretText';
import { read, variants } from '../reading';
import { assertHidden, onlyOf, textAt } from '../typed';

const TOKEN = 'd5c42e1bf1b0d9c0a3f0a4a1b1a7a3c1';
const OTHER = '07401b.f395accd246ae52d';

const text = `${TOKEN},kubelet-bootstrap,10001,"system:kubelet-bootstrap"

"${OTHER}","admin ""a""",1,"system:masters, dev"
${TOKEN},again,2
`;

function rowsOf(content: string, path = 'token.csv'): readonly TokenRow[] {
  return onlyOf(read(path, content), 'token-file').rows;
}

const values = (fields: readonly { readonly value: string }[]): readonly string[] => fields.map(({ value }) => value);

describe('token files', () => {
  for (const variant of variants(text)) {
    test(`rows and places, ${variant.name}`, () => {
      const file = read('/etc/kubernetes/token.csv', variant.text);
      assert.equal(file.kind, 'token-file');
      const document = onlyOf(file, 'token-file');
      assertHidden(document, [TOKEN, OTHER, 'f395accd246ae52d']);
      assert.equal(file.source.slice(document.headRange), 'kubelet-bootstrap');
      assert.deepEqual(
        document.rows.map(({ user, uid, columns }) => [user?.value, uid?.value, columns]),
        [
          ['kubelet-bootstrap', '10001', 4],
          ['admin "a"', '1', 4],
          ['again', '2', 3],
        ],
      );
      assert.deepEqual(
        document.rows.map((row) => textAt(file, row.token)),
        [TOKEN, OTHER, TOKEN],
      );
      const [first, second, third] = document.rows;
      assert.ok(first && second && third);
      assert.ok(first.token?.value.whole.equals(new SecretText(TOKEN)));
      assert.equal(second.token?.value.bootstrap?.id, '07401b');
      assert.equal(file.source.slice(second.user?.range ?? document.range), '"admin ""a"""');
      assert.equal(textAt(file, first.groupList), 'system:kubelet-bootstrap');
      assert.deepEqual(values(second.groups), ['system:masters', ' dev']);
      assert.deepEqual(
        second.groups.map((group) => textAt(file, group)),
        ['system:masters', ' dev'],
      );
      assert.equal(third.replaces, first);
      assert.deepEqual([first.replaces, second.replaces], [undefined, undefined]);
      assert.equal(file.source.slice(third.range), `${TOKEN},again,2`);
    });
  }

  test('groups without quotes become columns that nobody reads', () => {
    const [row] = rowsOf(`${TOKEN},kubelet-bootstrap,10001,system:bootstrappers,system:nodes\n`);
    assert.equal(row?.columns, 5);
    assert.deepEqual(values(row.groups), ['system:bootstrappers']);
    assert.deepEqual(values(row.extra), ['system:nodes']);
  });

  test('too few columns are counted, in a file that is a token file otherwise', () => {
    const rows = rowsOf(`${TOKEN},kubelet-bootstrap\n# a comment is a row\n${OTHER},admin,1\n`);
    assert.deepEqual(
      rows.map(({ columns }) => columns),
      [2, 1, 3],
    );
    assert.equal(rows[0]?.uid, undefined);
  });

  test('a blank token is none', () => {
    const [row] = rowsOf(`,nobody,1\n${TOKEN},kubelet-bootstrap,10001\n`);
    assert.equal(row?.token, undefined);
    assert.equal(row?.user?.value, 'nobody');
  });

  test('quotes that kube-apiserver refuses have their place', () => {
    const quoteAt = (content: string): string | undefined => {
      const [row] = rowsOf(content);
      return row?.badQuote && content.slice(row.badQuote.start - 1, row.badQuote.end);
    };
    assert.equal(quoteAt(`${TOKEN},user,1, "a,b"\n`), ' "');
    assert.equal(quoteAt(`${TOKEN},us"er,1\n`), 's"');
    assert.equal(quoteAt(`${TOKEN},user,1,"a\n${OTHER},admin,1\n`), ',"');
    assert.equal(quoteAt(`${TOKEN},user,1,"a" b\n`), 'a"');
    assert.equal(rowsOf(`${TOKEN},user,1,"a\n${OTHER},admin,1\n`).length, 2);
    assert.equal(quoteAt(text), undefined);
  });

  test('templates leave the value unknown, and part nothing', () => {
    const file = read('token.csv.j2', `{{ token | default("a,b") }},kubelet-bootstrap,10001,"\${GROUPS}"\n`);
    const [row] = onlyOf(file, 'token-file').rows;
    assert.equal(row?.token?.templated, true);
    assert.equal(row.user?.value, 'kubelet-bootstrap');
    assert.equal(row.user.templated, false);
    assert.equal(row.groups[0]?.templated, true);
    assert.deepEqual(file.notes, [{ type: 'templated', count: 2 }]);
    const looped = rowsOf(`{% for t in tokens %}\n{{ t.token }},{{ t.user }},1\n{% endfor %}\n`, 'tokens.csv');
    assert.equal(looped.length, 1);
    assert.equal(looped[0]?.replaces, undefined);
  });

  test('a file of another name counts when it names who bootstraps', () => {
    assert.equal(rowsOf(`${TOKEN},kubelet-bootstrap,10001\n`, '/srv/kubernetes/auth').length, 1);
    assert.equal(rowsOf(`${OTHER},x,1,"system:bootstrappers:worker"\n`, 'users.csv').length, 1);
    for (const path of ['known_tokens.csv', 'tokens.csv', 'token-auth.csv', 'C:\\etc\\token.csv']) {
      assert.equal(rowsOf(`${TOKEN},admin,1\n`, path).length, 1);
    }
  });

  test('other files are nothing', () => {
    const others = [
      ['tokens.csv', 'token,count,score\nthe,100,0.5\nstrawberry,10,3\n'],
      ['token.csv', ''],
      ['token.csv', '\n\n'],
      ['users.csv', `${TOKEN},admin,1\n`],
      ['README', `${TOKEN},kubelet-bootstrap,10001 is what token.csv holds.\nMore of it, here\n`],
      ['a.md', `${TOKEN},kubelet-bootstrap,10001\n`],
      ['token.csv', 'measured at,tokens,5\n12345678,4,5\n'],
    ] as const;
    for (const [path, content] of others) {
      const { kind, documents, problems } = read(path, content);
      assert.deepEqual({ kind, documents, problems }, { kind: undefined, documents: [], problems: [] }, path);
    }
  });

  test('hostile text is read to its end', () => {
    const hostile = ['"'.repeat(100_000), '"",'.repeat(50_000), `"a,b\n`.repeat(20_000), `\r${TOKEN},user\r`];
    for (const tail of hostile) {
      const file = read('token.csv', `${`${TOKEN},kubelet-bootstrap,10001\n`.repeat(20_001)}${tail}`);
      for (const { range } of onlyOf(file, 'token-file').rows) {
        assert.ok(range.start >= 0 && range.end <= file.source.text.length);
      }
    }
  });
});
