import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { applyEdits, type TextEdit } from '../../../src/core/text/edit';
import { flagsOf, type CommandLine, type Flag } from '../../../src/core/documents/commandLine';
import type { ParsedFile } from '../../../src/core/documents/document';
import { flagExamples } from './flagExamples';
import { argumentSummary, commandLinesOf, flagVariants, lineSummary, read, summaryOf } from './reading';

/** Edits may touch a line and the quotes around it, nothing else. */
function assertInside(edits: readonly TextEdit[], line: CommandLine): void {
  for (const { range } of edits) {
    assert.ok(range.start >= Math.min(line.headRange.start, line.range.start), 'an edit lies before the command line');
    assert.ok(range.end <= line.range.end + 1, 'an edit lies behind the command line');
  }
}

/** The file after an edit of one line: other lines as before, this one with the arguments given. */
function assertReads(
  file: ParsedFile,
  index: number,
  edits: readonly TextEdit[],
  change: (before: string[]) => string[],
): string {
  const text = applyEdits(file.source.text, edits);
  const after = read(file.source.path, text);
  const expected = summaryOf(file).flatMap((summary, at) => {
    const line = commandLinesOf(file)[at];
    if (at !== index || !line) return summary;
    const changed = change(line.arguments.map(argumentSummary));
    const isGone = changed.length === 0 && summaryOf(after).length < summaryOf(file).length;
    return isGone ? [] : summary.slice(0, summary.indexOf(': ') + 2) + changed.join(' | ');
  });
  assert.deepEqual(summaryOf(after), expected);
  assert.ok(oddities(text) <= oddities(file.source.text), `untidy: ${JSON.stringify(text)}`);
  assert.equal(text.includes('\r\n'), file.source.text.includes('\r\n'));
  assert.deepEqual(after.problems, file.problems);
  return text;
}

/** Blanks in a row within a line, blanks before its end, backslashes that lead nowhere. */
function oddities(text: string): number {
  return [...text.matchAll(/\S[ \t]{2,}\S|[^\s\\][ \t]+$|\\\r?\n[ \t]*(?=\r?\n|$)|\\\r?\n[ \t]*["']/gm)].length;
}

function forEachFlag(file: ParsedFile, use: (line: CommandLine, index: number, flag: Flag, at: number) => void): void {
  commandLinesOf(file).forEach((line, index) => {
    line.arguments.forEach((argument, at) => {
      if (argument.type === 'flag') use(line, index, argument.flag, at);
    });
  });
}

describe('editing flags in every host', () => {
  for (const example of flagExamples) {
    for (const variant of flagVariants(example.text)) {
      const file = read(example.path, variant.text);
      const name = `${example.name}, ${variant.name}`;

      test(`add: ${name}`, () => {
        commandLinesOf(file).forEach((line, index) => {
          const edits = line.editor.add('--new-flag=x');
          if (!edits) {
            assert.match(lineSummary(line), /\{%/, 'this place can be edited');
            return;
          }
          assertInside(edits, line);
          const lastFlag = line.arguments.findLastIndex(({ type }) => type === 'flag');
          const lastReference = line.arguments.findLastIndex(({ type }) => type === 'reference');
          const isOwn = (at: number): boolean =>
            line.arguments[at]?.type === 'stray' && /^\?\w/.test(argumentSummary(line.arguments[at]));
          const last = lastFlag === -1 ? lastReference : lastFlag;
          const place = last + 1 + (isOwn(last + 1) ? 1 : 0);
          assertReads(file, index, edits, (before) => before.toSpliced(place, 0, '--new-flag=x'));
        });
      });

      test(`remove: ${name}`, () => {
        forEachFlag(file, (line, index, flag, at) => {
          const edits = line.editor.remove(flag);
          if (!edits) {
            assert.match(lineSummary(line), /\\$/, `${flag.writtenName} can be removed`);
            return;
          }
          assertInside(edits, line);
          assertReads(file, index, edits, (before) => before.toSpliced(at, 1));
        });
      });

      test(`change and rename: ${name}`, () => {
        forEachFlag(file, (line, index, flag, at) => {
          const valued = line.editor.setValue(flag, 'other');
          if (valued) {
            assertInside(valued, line);
            const separator = flag.form === 'separate' ? ' ' : '=';
            assertReads(file, index, valued, (before) => before.with(at, `${flagName(flag)}${separator}other`));
          }
          const renamed = line.editor.rename(flag, 'renamed');
          if (renamed) {
            assertInside(renamed, line);
            assert.equal(renamed[0]?.newText, 'renamed');
          }
        });
      });
    }
  }
});

function flagName(flag: Flag): string {
  return `${flag.writtenName.startsWith('--') ? '--' : '-'}${flag.name}`;
}

/** [what, path, before, edit, after] */
const layouts: readonly (readonly [
  string,
  string,
  string,
  (line: CommandLine) => readonly TextEdit[] | undefined,
  string,
])[] = [
  [
    'a flag per line gets its own line, and the one before its backslash',
    'kubelet.env',
    'KUBELET_ARGS="--kubeconfig=/a \\\n              --v=2"\n',
    (line) => line.editor.add('--rotate-certificates'),
    'KUBELET_ARGS="--kubeconfig=/a \\\n              --v=2 \\\n              --rotate-certificates"\n',
  ],
  [
    'a closing quote on its own line stays there',
    'kubelet.env',
    'KUBELET_ARGS="--kubeconfig=/a \\\r\n\t--v=2 \\\r\n"\r\n',
    (line) => line.editor.add('--rotate-certificates'),
    'KUBELET_ARGS="--kubeconfig=/a \\\r\n\t--v=2 \\\r\n\t--rotate-certificates \\\r\n"\r\n',
  ],
  [
    'a bare word gets quotes when it becomes two',
    'kubelet.env',
    'KUBELET_ARGS=--v=2 # why\n',
    (line) => line.editor.add('--rotate-certificates'),
    'KUBELET_ARGS="--v=2 --rotate-certificates" # why\n',
  ],
  [
    'an empty value takes the flag as it is',
    'kubelet.env',
    'KUBELET_EXTRA_ARGS=\n',
    (line) => line.editor.add('--rotate-certificates'),
    'KUBELET_EXTRA_ARGS=--rotate-certificates\n',
  ],
  [
    'comments inside a command are not copied',
    'kubelet.service',
    '[Service]\nExecStart=/usr/bin/kubelet \\\n  --v=2 \\\n  # old: --x \\\n  --cert-dir=/c\nRestart=no\n',
    (line) => line.editor.add('--rotate-certificates'),
    '[Service]\nExecStart=/usr/bin/kubelet \\\n  --v=2 \\\n  # old: --x \\\n  --cert-dir=/c \\\n  --rotate-certificates\nRestart=no\n',
  ],
  [
    'removing the last flag behind a comment leaves no backslash and keeps the comment',
    'kubelet.service',
    '[Service]\nExecStart=/usr/bin/kubelet \\\n  --v=2 \\\n  # old: --x \\\n  --cert-dir=/c\nRestart=no\n',
    (line) => line.editor.remove(flagNamed(line, 'cert-dir')),
    '[Service]\nExecStart=/usr/bin/kubelet \\\n  --v=2\n  # old: --x \\\nRestart=no\n',
  ],
  [
    'removing the only flag empties the value',
    'kubelet.env',
    'KUBELET_ARGS="\\\n  --v=2 \\\n"\n',
    (line) => line.editor.remove(flagNamed(line, 'v')),
    'KUBELET_ARGS=""\n',
  ],
  [
    'removing the first of two flags in a line keeps the line',
    'kubelet.service',
    '[Service]\nExecStart=/usr/bin/kubelet \\\n  --v=2 --cert-dir=/c \\\n  --node-ip=1\n',
    (line) => line.editor.remove(flagNamed(line, 'v')),
    '[Service]\nExecStart=/usr/bin/kubelet \\\n  --cert-dir=/c \\\n  --node-ip=1\n',
  ],
  [
    'a program without flags',
    'kubelet.service',
    '[Service]\nExecStart=/usr/bin/kubelet\n',
    (line) => line.editor.add('--rotate-certificates'),
    '[Service]\nExecStart=/usr/bin/kubelet --rotate-certificates\n',
  ],
  [
    'a bare assignment in Environment gets quotes around all of it',
    'kubelet.service',
    '[Service]\nEnvironment=KUBELET_ARGS=--v=2\n',
    (line) => line.editor.add('--rotate-certificates'),
    '[Service]\nEnvironment="KUBELET_ARGS=--v=2 --rotate-certificates"\n',
  ],
  [
    'before the variables that may override it',
    'kubelet.service',
    '[Service]\nExecStart=/usr/bin/kubelet --v=2 $KUBELET_EXTRA_ARGS\n',
    (line) => line.editor.add('--rotate-certificates'),
    '[Service]\nExecStart=/usr/bin/kubelet --v=2 --rotate-certificates $KUBELET_EXTRA_ARGS\n',
  ],
  [
    'inside a shell command',
    'kubelet.service',
    `[Service]\nExecStart=/bin/sh -c 'exec kubelet --v=2 >> /log 2>&1'\n`,
    (line) => line.editor.add('--rotate-certificates'),
    `[Service]\nExecStart=/bin/sh -c 'exec kubelet --v=2 --rotate-certificates >> /log 2>&1'\n`,
  ],
  [
    'the name a program is given stays',
    'kubelet.service',
    '[Service]\nExecStart=@/usr/bin/kubelet node --v=2 --cert-dir=/c\n',
    (line) => line.editor.remove(flagNamed(line, 'v')),
    '[Service]\nExecStart=@/usr/bin/kubelet node --cert-dir=/c\n',
  ],
  [
    'in front of words that are no flags',
    'kubelet.env',
    'KUBELET_ARGS="-rotate -x"\n',
    (line) => line.editor.add('--v=2'),
    'KUBELET_ARGS="--v=2 -rotate -x"\n',
  ],
  [
    'a bare flag gets a value',
    'kubelet.env',
    'KUBELET_ARGS="--rotate-certificates --v=2"\n',
    (line) => line.editor.setValue(flagNamed(line, 'rotate-certificates'), 'false'),
    'KUBELET_ARGS="--rotate-certificates=false --v=2"\n',
  ],
  [
    'a quoted value keeps its quotes',
    'kubelet.service',
    `[Service]\nExecStart=/usr/bin/kubelet --feature-gates="A=true,B=true" --v=2\n`,
    (line) => line.editor.setValue(flagNamed(line, 'feature-gates'), 'A=true'),
    `[Service]\nExecStart=/usr/bin/kubelet --feature-gates="A=true" --v=2\n`,
  ],
  [
    'a new name',
    'kubelet.env',
    'KUBELET_ARGS="--experimental-bootstrap-kubeconfig /a --v=2"\n',
    (line) => line.editor.rename(flagNamed(line, 'experimental-bootstrap-kubeconfig'), 'bootstrap-kubeconfig'),
    'KUBELET_ARGS="--bootstrap-kubeconfig /a --v=2"\n',
  ],
];

function flagNamed(line: CommandLine, name: string): Flag {
  const flag = flagsOf(line).find((candidate) => candidate.name === name);
  assert.ok(flag, `--${name} is there`);
  return flag;
}

describe('layout of edited flags', () => {
  for (const [name, path, before, edit, after] of layouts) {
    test(name, () => {
      const line = commandLinesOf(read(path, before)).at(0);
      assert.ok(line);
      const edits = edit(line);
      assert.ok(edits);
      assert.equal(applyEdits(before, edits), after);
    });
  }
});

describe('flags that cannot be removed safely', () => {
  const unit = (line: string): string => `[Service]\nExecStart=/usr/bin/kubelet ${line}\n`;
  const unsafe: readonly (readonly [name: string, path: string, text: string, flag: string])[] = [
    [
      'the word behind would become the value of the flag before',
      'kubelet.env',
      'KUBELET_ARGS="--unknown --v=2 word"\n',
      'v',
    ],
    ['a hash behind would begin a comment', 'kubelet.service', unit('\\\n  --v=2 # --x \\\n  --cert-dir=/c'), 'v'],
    ['a backslash before would go on', 'kubelet.service', unit('--cert-dir=/c \\  --v=2'), 'v'],
    ['a backslash behind does not go on', 'kubelet.service', unit('--cert-dir=/c \\\n # x\n  --v=2 \\ '), 'v'],
  ];
  for (const [name, path, text, flag] of unsafe) {
    test(name, () => {
      const line = commandLinesOf(read(path, text)).at(0);
      assert.ok(line);
      assert.equal(line.editor.remove(flagNamed(line, flag)), undefined);
    });
  }
});

describe('places that cannot be edited safely', () => {
  const unsafe: readonly (readonly [string, string, string, string])[] = [
    ['a value of several quoted stretches', 'kubelet.env', `KUBELET_ARGS="--v=2"' --cert-dir=/c'\n`, '--x'],
    ['a quote that is never closed', 'kubelet.env', 'KUBELET_ARGS="--v=2\n', '--x'],
    ['a quote that is never closed elsewhere in the file', 'kubelet.env', 'KUBELET_ARGS=--v=2\nX="\n', '--x'],
    ['an open quote in a command', 'kubelet.service', '[Service]\nExecStart=/bin/kubelet --v=2 --x="y\n', '--x'],
    ['a flag without its value', 'kubelet.env', 'KUBELET_ARGS="--rotate-certificates --cert-dir"\n', '--x'],
    ['behind the end of the flags', 'kubelet.env', 'KUBELET_ARGS="-- $MORE"\n', '--x'],
    ['behind a backslash', 'kubelet.service', '[Service]\nExecStart=/bin/kubelet --v=2\\ \n', '--x'],
    [
      'a script of several stretches',
      'kubelet.service',
      `[Service]\nExecStart=/bin/sh -c 'kubelet --v=2'" x"\n`,
      '--x',
    ],
    ['a script without quotes', 'kubelet.service', '[Service]\nExecStart=/bin/sh -c /bin/kubelet\n', '--x'],
    ['a flag that needs quoting', 'kubelet.env', 'KUBELET_ARGS="--v=2"\n', '--x="y"'],
    [
      'a command with template statements',
      'kubelet.service.j2',
      '[Service]\nExecStart=/bin/kubelet {% if a %} --v=2 {% endif %}\n',
      '--x',
    ],
  ];
  for (const [name, path, text, flag] of unsafe) {
    test(name, () => {
      const line = commandLinesOf(read(path, text)).at(0);
      assert.ok(line);
      assert.equal(line.editor.add(flag), undefined);
    });
  }
});

test('the last flag stays when a condition ends before it: the backslash inside would lead elsewhere', () => {
  const text =
    '[Service]\nExecStart=/usr/bin/kubelet --v=2 \\\n{% if a %}\n  --v=4 \\\n{% endif %}\n  --require-kubeconfig\n';
  const [line] = commandLinesOf(read('kubelet.service.j2', text));
  const last = line && flagsOf(line).at(-1);
  assert.equal(last?.name, 'require-kubeconfig');
  assert.equal(line?.editor.remove(last), undefined);
});
