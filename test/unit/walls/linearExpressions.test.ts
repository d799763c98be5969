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

/** The rules that complain about each expression: each stands on a line of its own. */
async function complaints(file: string, codes: readonly string[]): Promise<readonly (readonly string[])[]> {
  const text = codes.map((code, index) => `export const expression${String(index)} = ${code};\n`).join('');
  const [result] = await eslint.lintText(text, { filePath: file });
  const messages = result?.messages ?? [];
  assert.deepEqual(
    messages.filter(({ fatal }) => fatal),
    [],
  );
  return codes.map((_, index) =>
    messages.flatMap(({ ruleId, line }) => (line === index + 1 && ruleId?.startsWith('regexp/') ? [ruleId] : [])),
  );
}

for (const file of rooms) {
  test(`${file} cannot hold an expression that takes more than linear time`, async () => {
    const found = await complaints(
      file,
      dangerous.map(([code]) => code),
    );
    for (const [index, [code, rule]] of dangerous.entries()) assert.ok(found[index]?.includes(rule), code);
  });

  test(`${file} can hold a linear expression`, async () => {
    assert.deepEqual(
      await complaints(file, linear),
      linear.map(() => []),
    );
  });
}

test('an expression made of another one is looked at as a whole', async () => {
  const code = '(() => { const run = /a+/; return new RegExp(`^(?:${run.source})+$`); })()';
  const [found] = await complaints('src/cli/main.ts', [code]);
  assert.ok(found?.includes('regexp/no-super-linear-backtracking'));
});
