import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { ParsedFile } from '../../../../src/core/documents/document';
import { flagsOf } from '../../../../src/core/documents/commandLine';
import { shellScript } from '../../../../src/core/documents/shellScript/shellScript';
import { applyEdits } from '../../../../src/core/text/edit';
import { SourceText } from '../../../../src/core/text/sourceText';
import { commandLinesOf, read, summaryOf } from '../reading';

/** Path and content of the files a script writes. */
function writtenBy(text: string): readonly (readonly [string, string])[] {
  const source = new SourceText('a.sh', text);
  return (shellScript.parse(source).embedded ?? []).map(({ path, content }) => [path, content.text]);
}

const cases: readonly (readonly [name: string, script: string, expected: readonly (readonly [string, string])[]])[] = [
  ['cat with the file in front', 'cat >/etc/a <<EOF\nx: 1\nEOF\n', [['/etc/a', 'x: 1\n']]],
  ['cat with the file behind', 'cat <<-"EOF" > "/etc/my file"\n\tx: $Y\n\t\tEOF\n', [['/etc/my file', 'x: $Y\n']]],
  ['tee through sudo', "sudo tee /etc/a >/dev/null <<'EOF'\nx: \\$Y\nEOF\n", [['/etc/a', 'x: \\$Y\n']]],
  ['a pipe into tee', 'cat <<EOF | sudo tee -a /etc/a\nx\nEOF\n', [['/etc/a', 'x\n']]],
  [
    'what the shell fills in',
    'cat >a <<EOF\n$A ${B:-`c`} $(d "EOF") \\$E \\\\ \\\n2\nEOF\n',
    [['a', '{{A}} {{B}} {{shell}} $E \\ 2\n']],
  ],
  [
    'a path in a variable',
    'D=/etc/x\nF=$D/a\ncat >"${F}.conf" <<E\nE\ncat >$G/b <<E\nE\n',
    [
      ['/etc/x/a.conf', ''],
      ['$G/b', ''],
    ],
  ],
  [
    'two on one line',
    'cat <<A >a; cat <<B >b\n1\nA\n2\nB\n',
    [
      ['a', '1\n'],
      ['b', '2\n'],
    ],
  ],
  ['appending', 'echo "A=1" >a\necho B=\'2 3\' >>a\necho -n "C=$D" >> a\n', [['a', 'A=1\nB=2 3\nC={{D}}']]],
  [
    'writing again',
    'echo 1 >a; echo 2 >a\n',
    [
      ['a', '1\n'],
      ['a', '2\n'],
    ],
  ],
  [
    'printf',
    "printf 'A=%s\\n' 1 \"$B\" > a\nprintf 'x\\n\\ty 100%%' > b\nprintf '%d' 1 > c\n",
    [
      ['a', 'A=1\nA={{B}}\n'],
      ['b', 'x\n\ty 100%'],
    ],
  ],
  [
    'a here-string',
    'sudo tee /etc/a <<< "x: $Y"\ncat <<<z > b\n',
    [
      ['/etc/a', 'x: {{Y}}\n'],
      ['b', 'z\n'],
    ],
  ],
  ['echo -e', 'echo -e "a\\nb" | tee a\n', [['a', 'a\nb\n']]],
  [
    'into kubectl',
    'kubectl apply -f - <<EOF\nx\nEOF\ncat <<EOF | kubectl create --filename=-\ny\nEOF\n',
    [
      ['', 'x\n'],
      ['', 'y\n'],
    ],
  ],
  [
    'through a shell',
    'sudo bash -c "cat > /a" <<EOF\nx\nEOF\nssh h \'cat >> /b\' <<EOF\ny\nEOF\n',
    [
      ['/a', 'x\n'],
      ['/b', 'y\n'],
    ],
  ],
  ['a script in quotes', "sudo sh -c 'cat <<EOF > /a\nx\nEOF\n'\n", [['/a', 'x\n']]],
  ['no end', 'cat >a <<EOF\nx\n', [['a', 'x\n']]],
  [
    'no files',
    'cat <<EOF\nx\nEOF\ncat a > b\nsed s/a/b/ <<E > c\nE\necho 1 >&2\necho 2 2>d\necho >/dev/null\n[[ a < b ]]; ((1 << 2))\n',
    [],
  ],
];

describe('files that a script writes', () => {
  for (const [name, script, expected] of cases) {
    test(name, () => {
      assert.deepEqual(writtenBy(script), expected);
    });
    test(`${name}, CRLF`, () => {
      const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
      const paths = writtenBy(crlf(script)).map(([path, text]) => [path, text.replaceAll('\r\n', '\n')]);
      assert.deepEqual(paths, expected);
    });
  }
});

describe('files that a script writes are read', () => {
  const unit = (body: string, quote: string): string =>
    `#!/bin/bash\nKUBE_DIR=/etc/kubernetes\ncat <<${quote}EOF${quote} | sudo tee /etc/systemd/system/kubelet.service\n[Service]\n${body}\nEOF\n`;

  const innerOf = (file: ParsedFile): ParsedFile => {
    const [inner] = file.embedded;
    assert.ok(inner);
    return inner;
  };

  test('a unit, what the shell fills in is unknown', () => {
    const file = read('a.sh', unit('ExecStart=/bin/kubelet \\\\\n  --node-ip=$IP \\\\\n  --v=2 \\$ARGS', ''));
    assert.equal(file.kind, 'shell-script');
    assert.equal(innerOf(file).source.path, 'a.sh/etc/systemd/system/kubelet.service');
    assert.deepEqual(summaryOf(innerOf(file)), ['kubelet : ~--node-ip={{IP}} | --v=2 | $ARGS']);
  });

  test('a unit, quoted', () => {
    const file = read('a.sh', unit('ExecStart=/bin/kubelet \\\n  --node-ip=$IP', "'"));
    assert.deepEqual(summaryOf(innerOf(file)), ['kubelet : ~--node-ip=$IP']);
  });

  for (const [quote, backslash] of [
    ['', '\\\\'],
    ["'", '\\'],
  ] as const) {
    test(`a flag is added as the heredoc wants it: <<${quote}EOF${quote}`, () => {
      const body = `ExecStart=/bin/kubelet ${backslash}\n  --v=2`;
      const inner = innerOf(read('a.sh', unit(body, quote)));
      const [line] = commandLinesOf(inner);
      const edits = line?.editor.add('--new=1') ?? [];
      const outer = edits.map((edit) => inner.source.outer?.editOf(edit));
      assert.ok(outer.every((edit) => edit !== undefined));
      assert.equal(
        applyEdits(unit(body, quote), outer),
        unit(`ExecStart=/bin/kubelet ${backslash}\n  --v=2 ${backslash}\n  --new=1`, quote),
      );
    });
  }

  test('ranges lead to the script', () => {
    const text = 'echo "KUBELET_EXTRA_ARGS=--node-ip=$IP --v=2" > /etc/default/kubelet\n';
    const inner = innerOf(read('a.sh', text));
    const flags = commandLinesOf(inner).flatMap(flagsOf);
    const written = flags.map(({ range }) => inner.source.outer?.rangeOf(range) ?? range);
    assert.deepEqual(
      written.map(({ start, end }) => text.slice(start, end)),
      ['--node-ip=$IP', '--v=2'],
    );
  });

  test('a script that writes a script that writes a file', () => {
    const text = `cat > setup.sh <<'EOF'\n#!/bin/sh\ncat > kubelet.env <<E2\nKUBELET_ARGS="--v=2 --cert-dir=$D"\nE2\nEOF\n`;
    const inner = innerOf(innerOf(read('a.sh', text)));
    assert.deepEqual(summaryOf(inner), ['kubelet KUBELET_ARGS: --v=2 | ~--cert-dir={{D}}']);
  });
});
