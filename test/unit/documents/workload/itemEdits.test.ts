import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { flagsOf, type CommandLine } from '../../../../src/core/documents/commandLine';
import { applyEdits, type TextEdit } from '../../../../src/core/text/edit';
import { commandLinesOf, read, variants } from '../reading';

const head = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n';

const block = `${head}  - command:
    -   kube-apiserver
    -   --profiling=false # off
    # why
    -   --secure-port
    -   "6443"
    -   --token-auth-file=/token.csv
    name: a
`;

const quoted = `${head}  - name: a
    command: ['kube-apiserver']
    args:
      - '--profiling=false'
      - '--secure-port'
      - '6443'
      - '--token-auth-file=/token.csv'
`;

const flow = `${head}  - command: ["kube-apiserver", "--profiling=false", "--secure-port", "6443", "--token-auth-file=/token.csv"]\n`;

const json = `{
  "apiVersion": "v1",
  "kind": "Pod",
  "spec": {
    "containers": [
      {
        "command": [
          "kube-apiserver",
          "--profiling=false",
          "--secure-port",
          "6443",
          "--token-auth-file=/token.csv"
        ]
      }
    ]
  }
}
`;

const script = `${head}  - command:
    - /bin/sh
    - -c
    - |
      exec kube-apiserver \\
        --profiling=false \\
        --secure-port 6443 \\
        --token-auth-file=/token.csv > /log
`;

const folded = `${head}  - command:
    - /bin/sh
    - -c
    - >-
      exec kube-apiserver
      --profiling=false
      --secure-port 6443
      --token-auth-file=/token.csv
`;

const oneLine = `${head}  - command: ["sh", "-c", "exec kube-apiserver --profiling=false --secure-port 6443 --token-auth-file=/token.csv | tee \\"/log\\""]\n`;

const hosts = { block, quoted, flow, json, script, folded, oneLine };

type Change = (line: CommandLine) => readonly TextEdit[] | undefined;

function lineIn(text: string): CommandLine {
  const file = read('a.yaml', text);
  assert.deepEqual(file.problems, []);
  const [line] = commandLinesOf(file);
  assert.ok(line);
  return line;
}

function changed(text: string, change: Change): string {
  const edits = change(lineIn(text));
  assert.ok(edits, 'this place can be edited');
  return applyEdits(text, edits);
}

const flagsIn = (text: string): readonly string[] =>
  flagsOf(lineIn(text)).map(
    ({ writtenName, form, value = '' }) => `${writtenName}${form === 'bare' ? '' : `=${value}`}`,
  );

const flagAt = (line: CommandLine, index: number) => {
  const flag = flagsOf(line)[index];
  assert.ok(flag);
  return flag;
};

describe('editing flags of containers', () => {
  const before = ['--profiling=false', '--secure-port=6443', '--token-auth-file=/token.csv'];
  for (const [host, text] of Object.entries(hosts)) {
    for (const variant of variants(text)) {
      const check = (change: Change, expected: readonly string[]): void => {
        const after = changed(variant.text, change);
        assert.deepEqual(flagsIn(after), expected);
        assert.equal(after.includes('\r\n'), variant.text.includes('\r\n'));
        assert.equal(/[^\r]\n/.test(after), /[^\r]\n/.test(variant.text));
        assert.equal(after.includes('# why'), text.includes('# why'));
      };
      test(`${host}, ${variant.name}`, () => {
        assert.deepEqual(flagsIn(variant.text), before);
        check((line) => line.editor.add('--anonymous-auth=false'), [...before, '--anonymous-auth=false']);
        check(
          (line) => line.editor.add('--feature-gates=A=true,B=false'),
          [...before, '--feature-gates=A=true,B=false'],
        );
        check((line) => line.editor.add('--bare'), [...before, '--bare']);
        for (const index of before.keys()) {
          check((line) => line.editor.remove(flagAt(line, index)), before.toSpliced(index, 1));
        }
        check((line) => line.editor.setValue(flagAt(line, 0), 'true'), before.with(0, '--profiling=true'));
        check((line) => line.editor.setValue(flagAt(line, 1), '443'), before.with(1, '--secure-port=443'));
        check((line) => line.editor.setValue(flagAt(line, 2), 'A=b,c'), before.with(2, '--token-auth-file=A=b,c'));
        check((line) => line.editor.rename(flagAt(line, 1), 'other'), before.with(1, '--other=6443'));
      });
    }
  }

  test('nothing else is touched', () => {
    const add: Change = (line) => line.editor.add('--v=2');
    assert.equal(changed(block, add), block.replace('csv\n', 'csv\n    -   --v=2\n'));
    assert.equal(changed(quoted, add), quoted.replace("csv'\n", "csv'\n      - '--v=2'\n"));
    assert.equal(changed(flow, add), flow.replace('csv"', 'csv", "--v=2"'));
    assert.equal(changed(json, add), json.replace('csv"', 'csv",\n          "--v=2"'));
    assert.equal(changed(script, add), script.replace('csv >', 'csv \\\n        --v=2 >'));
    assert.equal(changed(folded, add), folded.replace('csv\n', 'csv\n      --v=2\n'));
    assert.equal(changed(oneLine, add), oneLine.replace('csv |', 'csv --v=2 |'));
    const remove: Change = (line) => line.editor.remove(flagAt(line, 1));
    assert.equal(changed(block, remove), block.replace('    -   --secure-port\n    -   "6443"\n', ''));
    assert.equal(changed(flow, remove), flow.replace(' "--secure-port", "6443",', ''));
    assert.equal(
      changed(block, (line) => line.editor.setValue(flagAt(line, 2), 'a b')),
      block.replace('--token-auth-file=/token.csv', '"--token-auth-file=a b"'),
    );
    const bare = block.replace('--profiling=false', '--profiling');
    assert.equal(
      changed(bare, (line) => line.editor.setValue(flagAt(line, 0), 'false')),
      block,
    );
  });

  test('what cannot be edited safely is left alone', () => {
    const add = (text: string) => lineIn(text).editor.add('--v=2');
    assert.equal(add(block.replace('    # why', '{% if a %}')), undefined);
    assert.equal(add(block.replace('    -   --token', '    -   --\n    -   --token')), undefined);
    assert.equal(add(block.replace('--token-auth-file=/token.csv', '--token-auth-file')), undefined);
    assert.equal(add(`${head}  - command: &own [kubelet, --v=1]\n  - command: *own\n`)?.length, 1);
    assert.equal(add(`x: &other [kubelet, --v=1]\n${head}  - command: *other\n`), undefined);
    const separate = `${head}  - {command: [kubelet, --v], args: ["2"]}\n`;
    const line = lineIn(separate);
    assert.equal(line.editor.remove(flagAt(line, 0)), undefined);
    const escaped = lineIn(oneLine.replace('--profiling=', '--profiling\\x3d'));
    assert.equal(escaped.editor.add('--v=2'), undefined);
    const apart = lineIn(
      block.replace('--profiling=false', '--tls-cert-file\n    -   --profiling=false\n    -   stray'),
    );
    assert.equal(apart.arguments[1]?.type, 'stray');
    const bareFirst = lineIn(
      block.replace('--profiling=false', '--not-known\n    -   --profiling=false\n    -   stray'),
    );
    assert.equal(bareFirst.editor.remove(flagAt(bareFirst, 1)), undefined);
  });
});

test('a list without its only item is an empty one, comments stay', () => {
  for (const { name, text } of variants(
    `${head}  - name: a\n    command: [kube-apiserver]\n    args:\n    - --kubelet-https=true # old\n    image: b\n`,
  )) {
    const [line] = commandLinesOf(read('pod.yaml', text));
    const flag = line && flagsOf(line)[0];
    const edits = flag && line.editor.remove(flag);
    assert.ok(edits, name);
    const after = applyEdits(text, edits);
    assert.match(after, /\n {4}args: \[\] # old\r?\n {4}image: b/);
    assert.deepEqual(read('pod.yaml', after).problems, []);
  }
});

test('a comment above the only item keeps it', () => {
  const text = `${head}  - name: a\n    command: [kube-apiserver]\n    args:\n    # why\n    - --kubelet-https=true\n`;
  const [line] = commandLinesOf(read('pod.yaml', text));
  const flag = line && flagsOf(line)[0];
  assert.equal(flag && line.editor.remove(flag), undefined);
});
