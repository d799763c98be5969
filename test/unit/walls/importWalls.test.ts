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

async function complaints(file: string, imported: string): Promise<string[]> {
  const [result] = await walls.lintText(`export * from '${imported}';\n`, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'parse error');
}

for (const { file, imports } of forbidden) {
  test(`${file} cannot import ${imports.join(', ')}`, async () => {
    for (const imported of imports) {
      assert.ok((await complaints(file, imported)).includes('@typescript-eslint/no-restricted-imports'), imported);
    }
  });
}

for (const { file, imports } of allowed) {
  test(`${file} can import ${imports.join(', ')}`, async () => {
    for (const imported of imports) {
      assert.ok(!(await complaints(file, imported)).includes('@typescript-eslint/no-restricted-imports'), imported);
    }
  });
}
