import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';

/** Expressions that take more than linear time on some text, and the rule that says so. */
const dangerous: readonly (readonly [code: string, rule: string])[] = [
  ['/^(?:a+)+$/', 'regexp/no-super-linear-backtracking'],
  ['/^(?:a|a)*$/', 'regexp/no-dupe-disjunctions'],
  ['/^\\s*(.*?)\\s*$/', 'regexp/no-super-linear-backtracking'],
  ['/^\\d+\\d*x/', 'regexp/no-super-linear-backtracking'],
  ['/\\s+$/', 'regexp/no-super-linear-move'],
  ["new RegExp('[^\\\\n]+;')", 'regexp/no-super-linear-move'],
];

const linear: readonly string[] = ['/^[ \\t]*#/m', '/^(?:\\d+(?:\\.\\d*)?|\\.\\d+)$/', '/\\$\\{(\\w+)\\}/y'];

const rooms = ['src/core/documents/document.ts', 'src/cli/main.ts', 'src/host/engine.ts', 'webview/main.ts'];

const eslint = new ESLint();

async function complaints(file: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`export const expression = ${code};\n`, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'parse error').filter((id) => id.startsWith('regexp/'));
}

for (const file of rooms) {
  test(`${file} cannot hold an expression that takes more than linear time`, async () => {
    for (const [code, rule] of dangerous) assert.ok((await complaints(file, code)).includes(rule), code);
  });

  test(`${file} can hold a linear expression`, async () => {
    for (const code of linear) assert.deepEqual(await complaints(file, code), [], code);
  });
}

test('an expression made of another one is looked at as a whole', async () => {
  const code = '(() => { const run = /a+/; return new RegExp(`^(?:${run.source})+$`); })()';
  assert.ok((await complaints('src/cli/main.ts', code)).includes('regexp/no-super-linear-backtracking'));
});
