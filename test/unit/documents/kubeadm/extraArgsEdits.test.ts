import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { flagsOf, type CommandLine } from '../../../../src/core/documents/commandLine';
import { applyEdits, type TextEdit } from '../../../../src/core/text/edit';
import { commandLinesOf, read, variants } from '../reading';

const head = 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n';

const map = `${head}apiServer:
  extraArgs:
    profiling: "false" # off
    # why
    token-auth-file: /token.csv
controllerManager: {}
`;

const list = `${head}apiServer:
  extraArgs:
    -   name: profiling
        value: "false" # off
    # why
    -   name: 'token-auth-file'
        value: /token.csv
controllerManager: {}
`;

const flow = `${head}apiServer: {extraArgs: [{name: profiling, value: "false"}, {name: token-auth-file, value: /token.csv}]}\n`;

const json = `{
  "apiVersion": "kubeadm.k8s.io/v1beta4",
  "kind": "ClusterConfiguration",
  "apiServer": {
    "extraArgs": [
      { "name": "profiling", "value": "false" },
      { "name": "token-auth-file", "value": "/token.csv" }
    ]
  }
}
`;

const hosts = { map, list, flow, json };

type Change = (line: CommandLine) => readonly TextEdit[] | undefined;

function changed(text: string, change: Change): string {
  const [line] = commandLinesOf(read('a.yaml', text));
  assert.ok(line);
  const edits = change(line);
  assert.ok(edits, 'this place can be edited');
  return applyEdits(text, edits);
}

function flagsIn(text: string): readonly string[] {
  const file = read('a.yaml', text);
  assert.deepEqual(file.problems, []);
  return commandLinesOf(file).flatMap((line) =>
    flagsOf(line).map(({ writtenName, value }) => `${writtenName}=${value ?? ''}`),
  );
}

const flagAt = (line: CommandLine, index: number) => {
  const flag = flagsOf(line)[index];
  assert.ok(flag);
  return flag;
};

describe('editing extra arguments', () => {
  for (const [host, text] of Object.entries(hosts)) {
    for (const variant of variants(text)) {
      const before = ['--profiling=false', '--token-auth-file=/token.csv'];
      const check = (change: Change, expected: readonly string[]): string => {
        const after = changed(variant.text, change);
        assert.deepEqual(flagsIn(after), expected);
        assert.equal(after.includes('\r\n'), variant.text.includes('\r\n'));
        assert.equal(/[^\r]\n/.test(after), /[^\r]\n/.test(variant.text));
        return after;
      };
      test(`${host}, ${variant.name}`, () => {
        assert.deepEqual(flagsIn(variant.text), before);
        check((line) => line.editor.add('--anonymous-auth=false'), [...before, '--anonymous-auth=false']);
        check(
          (line) => line.editor.add('--feature-gates=A=true,B=false'),
          [...before, '--feature-gates=A=true,B=false'],
        );
        check((line) => line.editor.add('--bare'), [...before, '--bare=true']);
        check((line) => line.editor.remove(flagAt(line, 0)), before.slice(1));
        check((line) => line.editor.remove(flagAt(line, 1)), before.slice(0, 1));
        check(
          (line) => line.editor.setValue(flagAt(line, 0), 'true'),
          ['--profiling=true', '--token-auth-file=/token.csv'],
        );
        check(
          (line) => line.editor.setValue(flagAt(line, 1), 'A=b,c'),
          ['--profiling=false', '--token-auth-file=A=b,c'],
        );
        check((line) => line.editor.rename(flagAt(line, 1), 'other'), ['--profiling=false', '--other=/token.csv']);
      });
      test(`the last argument takes its parents with it: ${host}, ${variant.name}`, () => {
        const one = changed(variant.text, (line) => line.editor.remove(flagAt(line, 1)));
        const none = changed(one, (line) => line.editor.remove(flagAt(line, 0)));
        assert.deepEqual(flagsIn(none), []);
        assert.ok(!none.includes('extraArgs'));
      });
    }
  }

  test('nothing else is touched', () => {
    assert.equal(
      changed(map, (line) => line.editor.add('--v=2')),
      map.replace('/token.csv\n', '/token.csv\n    v: "2"\n'),
    );
    assert.equal(
      changed(list, (line) => line.editor.add('--v=2')),
      list.replace('/token.csv\n', '/token.csv\n    -   name: v\n        value: "2"\n'),
    );
    assert.equal(
      changed(list, (line) => line.editor.remove(flagAt(line, 0))),
      list.replace('    -   name: profiling\n        value: "false" # off\n', ''),
    );
    assert.equal(
      changed(json, (line) => line.editor.add('--v=2')),
      json.replace('csv" }\n', 'csv" },\n      { "name": "v", "value": "2" }\n'),
    );
    assert.equal(
      changed(map, (line) => line.editor.setValue(flagAt(line, 0), 'true')),
      map.replace('"false"', '"true"'),
    );
    assert.equal(
      changed(map, (line) => line.editor.setValue(flagAt(line, 1), 'true')),
      map.replace('/token.csv', '"true"'),
    );
  });

  test('what cannot be edited safely is left alone', () => {
    const first = (text: string): CommandLine => {
      const [line] = commandLinesOf(read('a.yaml', text));
      assert.ok(line);
      return line;
    };
    assert.equal(first(map).editor.add('--profiling=true'), undefined);
    assert.equal(first(map).editor.add('no-flag'), undefined);
    assert.equal(first(map.replace('    # why', '{% if a %}')).editor.add('--v=2'), undefined);
    const templated = first(map.replace('/token.csv', '{{ file }}'));
    assert.equal(templated.editor.setValue(flagAt(templated, 1), 'x'), undefined);
    const alias = first(`${head}x: &x {a: "b"}\napiServer:\n  extraArgs: *x\n`);
    assert.equal(alias.editor.add('--v=2'), undefined);
  });
});
