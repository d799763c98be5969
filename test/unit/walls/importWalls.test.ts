import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';

/** A file of each room, and imports that must fail there. `file` exists, so that the type-checked rules can run. */
const forbidden: readonly { file: string; imports: readonly string[] }[] = [
  { file: 'src/core/text/range.ts', imports: ['vscode', 'node:fs', 'fs', '../documents/document', '../lint/finding'] },
  {
    file: 'src/core/documents/document.ts',
    imports: ['../cluster/cluster', '../lint/rule', '../flow/timeline', '../../host/engine'],
  },
  { file: 'src/core/cluster/cluster.ts', imports: ['../lint/finding', '../flow/flowStep', '../protocol/messages'] },
  { file: 'src/core/lint/rule.ts', imports: ['../flow/timeline', '../protocol/messages', '../../cli/main'] },
  { file: 'src/core/explain/explainAt.ts', imports: ['../lint/finding', '../flow/timeline', 'vscode'] },
  { file: 'src/core/flow/timeline.ts', imports: ['../lint/finding', 'vscode', '../../../webview/main'] },
  { file: 'src/extension.ts', imports: ['node:path', 'fs', './cli/main', '../webview/main'] },
  { file: 'src/cli/main.ts', imports: ['vscode', '../host/engine'] },
  { file: 'webview/main.ts', imports: ['vscode', 'node:fs', '../src/host/engine', '../src/cli/main'] },
];

const allowed: readonly { file: string; imports: readonly string[] }[] = [
  { file: 'src/core/explain/explainAt.ts', imports: ['../flow/flowStep', '../cluster/cluster'] },
  { file: 'src/core/lint/rule.ts', imports: ['../flow/flowStep', '../cluster/cluster', '../kubernetes/release'] },
  { file: 'src/extension.ts', imports: ['vscode'] },
  { file: 'src/cli/main.ts', imports: ['node:fs', '../core/text/range'] },
];

const walls = new ESLint();

/** Which of the imports fail in a file: each stands on a line of its own. */
async function refused(file: string, imports: readonly string[]): Promise<readonly string[]> {
  const text = imports.map((imported) => `export * from '${imported}';\n`).join('');
  const [result] = await walls.lintText(text, { filePath: file });
  const messages = result?.messages ?? [];
  assert.deepEqual(
    messages.filter(({ fatal }) => fatal),
    [],
  );
  const walled = messages.filter(({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports');
  return imports.filter((_, index) => walled.some(({ line }) => line === index + 1));
}

for (const { file, imports } of forbidden) {
  test(`${file} cannot import ${imports.join(', ')}`, async () => {
    assert.deepEqual(await refused(file, imports), imports);
  });
}

for (const { file, imports } of allowed) {
  test(`${file} can import ${imports.join(', ')}`, async () => {
    assert.deepEqual(await refused(file, imports), []);
  });
}
