import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cutDocuments } from '../../../src/core/documents/yaml/cutDocuments';
import { maskTemplates } from '../../../src/core/documents/yaml/maskTemplates';
import { readTree, type YamlTree } from '../../../src/core/documents/yaml/readTree';
import { readTrees } from '../../../src/core/documents/yaml/readTrees';

function trees(text: string): { together: readonly YamlTree[]; alone: readonly YamlTree[] } {
  const masked = maskTemplates(text);
  const documents = cutDocuments(masked.text, 0);
  return {
    together: readTrees(text, masked, documents),
    alone: documents.map((document) => readTree(text, masked, document)),
  };
}

describe('documents read together are as they are alone', () => {
  const texts: Readonly<Record<string, string>> = {
    plain: 'a: 1\n---\nb: [x, "y"]\n---\nc: |\n  text\n',
    'empty values at the ends': 'a:\n---\nb:\n- \n---\n? c\n',
    'the same anchor in each': 'a: &x 1\nb: *x\n---\na: &x 2\nb: *x\n---\nb: *x\n',
    'end markers and directives': '%YAML 1.2\n---\na: 1\n...\n---\nb: 2\n...\nc: 3\n',
    'documents of nothing between': 'a: 1\n---\n---\n# comment\n---\nb: 2\n---\n',
    'a marker in a quoted text': 'a: 1\n---\nb: "x\n---\ny"\n',
    'a broken one': 'a: 1\n---\nb: [\n---\nc: 3\n',
    'brackets that close in column 0': 'a: 1\n---\nb: [\n  x\n]\n---\nc: 3\n',
    templates: 'a: {{ x }}\n---\n{{- if y }}\nb: 2\n{{- end }}\n---\nc:\n',
    'carriage returns': 'a: 1\r\n---\r\nb: 2\r\n',
    'values on the line of the marker': '--- a\n--- [b]\n--- &c {d: e}\n',
  };
  for (const [name, text] of Object.entries(texts)) {
    test(name, () => {
      const { together, alone } = trees(text);
      assert.ok(alone.length > 1);
      assert.deepEqual(together, alone);
    });
  }

  test('many of them', () => {
    const { together, alone } = trees(
      Array.from({ length: 9_000 }, (_, index) => `a: ${String(index)}\n`).join('---\n'),
    );
    assert.equal(together.length, 9_000);
    assert.deepEqual(together, alone);
  });
});
