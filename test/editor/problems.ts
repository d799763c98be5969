import type { Page } from 'playwright-core';
import { until } from './wait';

export interface Problem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Absolute path of the file. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** The tool that reported it and the rule's code, as shown; empty where there is none. */
  readonly source: string;
  readonly code: string;
}

interface Row {
  readonly index: number;
  readonly last: boolean;
  /** Set on the row of a file. */
  readonly path?: string;
  /** Set on the row of a problem. */
  readonly problem?: Omit<Problem, 'path'>;
}

/** Wheel distances in CSS pixels: less than the panel is high, and more than any list is long. */
const notch = 66;
const wholeList = 1_000_000;

const list = '.markers-panel .tree-container .monaco-list';

function visibleRows(page: Page): Promise<Row[]> {
  return page.locator(`${list} .monaco-list-rows > .monaco-list-row`).evaluateAll((rows) =>
    rows.map((row): Row => {
      const place = {
        index: Number(row.getAttribute('data-index')),
        last: row.getAttribute('data-last-element') === 'true',
      };
      const text = (selector: string) => row.querySelector(selector)?.textContent.replaceAll('\u00a0', ' ') ?? '';
      const icon = row.querySelector('.marker-icon');
      if (!icon) {
        const path = row.querySelector('.monaco-icon-label')?.getAttribute('aria-label');
        return row.getAttribute('aria-level') === '1' && path ? { ...place, path } : place;
      }
      const severity = (['error', 'warning', 'info'] as const).find((name) => icon.classList.contains(name)) ?? 'info';
      const [line = 0, column = 0] = (text('.marker-line').match(/\d+/g) ?? []).map(Number);
      const message = [...row.querySelectorAll('.marker-message')].map((part) => part.textContent).join('\n');
      const problem = { severity, message, line, column, source: text('.marker-source'), code: text('.marker-code') };
      return { ...place, problem };
    }),
  );
}

async function allRows(page: Page): Promise<Row[]> {
  const seen = new Map<number, Row>();
  const collect = async (): Promise<boolean> => {
    const before = seen.size;
    for (const row of await visibleRows(page)) seen.set(row.index, row);
    return seen.size > before;
  };
  const complete = () => [...seen.values()].some((row) => row.last && seen.size > row.index);
  await collect();
  if (complete()) return inOrder(seen);
  // With the mouse wheel, because the panel opens the file of every row the keyboard passes.
  await page.locator(list).hover();
  await until('the top of the problems', async () => {
    await page.mouse.wheel(0, -wholeList);
    return (await collect(), seen.has(0));
  });
  while (!complete()) {
    await until('more problems below', async () => {
      await page.mouse.wheel(0, notch);
      return (await collect()) || complete();
    });
  }
  return inOrder(seen);
}

function inOrder(rows: ReadonlyMap<number, Row>): Row[] {
  return [...rows.values()].sort((a, b) => a.index - b.index);
}

/** Returns everything the open Problems panel lists, top to bottom, scrolling through it when it is long. */
export async function readProblems(page: Page): Promise<Problem[]> {
  const empty = page.locator('.markers-panel .message-box-container');
  await page.locator(list).or(empty).first().waitFor({ state: 'attached' });
  if (await empty.isVisible()) return [];
  let path = '';
  return (await allRows(page)).flatMap((row) => {
    path = row.path ?? path;
    return row.problem ? [{ ...row.problem, path }] : [];
  });
}
