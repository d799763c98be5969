import { readFileSync } from 'node:fs';

import { rules } from '../../src/core/lint/rules/index';

/** What a rule rests on, as the last heading of its page says. */
export interface Sources {
  readonly rule: string;
  readonly group: string;
  /** Ids of recordings. */
  readonly recorded: readonly string[];
  /** Facts, in the words of the page. */
  readonly facts: readonly string[];
}

/** Returns the sources of every rule, in the order of the catalogue. */
export function ruleSources(): readonly Sources[] {
  return rules.map(({ id, group }) => {
    const page = readFileSync(new URL(`../../src/core/lint/rules/${id}/README.md`, import.meta.url), 'utf8');
    const items = itemsOf(page.split('\n## Sources\n')[1] ?? '');
    const recorded = items.filter((item) => item.startsWith('Recorded'));
    return {
      rule: id,
      group,
      recorded: recorded.flatMap((item) => namesIn(item)),
      facts: items.filter((item) => !item.startsWith('Recorded')),
    };
  });
}

/** Returns the words in backticks. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);
}

function itemsOf(list: string): readonly string[] {
  return list
    .trim()
    .replaceAll(/\n +/g, ' ')
    .split('\n')
    .map((line) => line.replace(/^- /, ''));
}
