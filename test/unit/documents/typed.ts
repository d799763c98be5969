import assert from 'node:assert/strict';
import { inspect } from 'node:util';

import type { Document, ParsedFile } from '../../../src/core/documents/document';

/** All documents of one type, in the order written. */
export function documentsOfType<T extends Document['type']>(
  file: ParsedFile,
  type: T,
): readonly Extract<Document, { type: T }>[] {
  return file.documents.filter((document): document is Extract<Document, { type: T }> => document.type === type);
}

/** The one document of a type. */
export function onlyOf<T extends Document['type']>(file: ParsedFile, type: T): Extract<Document, { type: T }> {
  const [first, ...others] = documentsOfType(file, type);
  assert.ok(first, `a ${type} in ${JSON.stringify(file.source.text)}`);
  assert.equal(others.length, 0);
  return first;
}

/** What stands at a place, quotes around it taken off. */
export function textAt(
  file: ParsedFile,
  place: { readonly range: { start: number; end: number } } | undefined,
): string {
  assert.ok(place, 'a place');
  return file.source.slice(place.range).replace(/^(["'])(.*)\1$/s, '$2');
}

/** No way of printing shows a secret. */
export function assertHidden(value: unknown, secrets: readonly string[]): void {
  const printed = [
    JSON.stringify(value),
    inspect(value, { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity }),
    String(value),
  ];
  for (const secret of secrets) {
    for (const text of printed) assert.ok(!text.includes(secret), `${secret} is shown`);
  }
}
