import type { Locator, Page } from 'playwright-core';
import { until } from './wait';

/** The light-bulb menu of the active editor, by keyboard. */
export class LightBulb {
  readonly #page: Page;
  readonly #menu: Locator;
  readonly #entries: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#menu = page.locator('.action-widget:not(.action-list-submenu-panel)');
    this.#entries = this.#menu.locator('.monaco-list-row.action');
  }

  /** Opens the menu at the cursor, waiting until there is something in it, and returns its entries. */
  async open(): Promise<string[]> {
    if ((await this.#entries.count()) === 0) await this.#open();
    return this.#entries.locator('.title').allInnerTexts();
  }

  /** Closes the menu without a choice. */
  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#menu.waitFor({ state: 'hidden' });
  }

  /** Moves to the entry with exactly this title and takes it. */
  async choose(title: string): Promise<void> {
    await this.open();
    const wanted = this.#entries.filter({
      has: this.#page.locator('.title').getByText(title, { exact: true }),
    });
    await wanted.waitFor();
    const focused = wanted.and(this.#menu.locator('.monaco-list-row.focused'));
    await until(`"${title}" to get the focus`, async () => {
      if ((await focused.count()) > 0) return true;
      await this.#page.keyboard.press('ArrowDown');
      return (await focused.count()) > 0;
    });
    await this.#page.keyboard.press('Enter');
    await this.#menu.waitFor({ state: 'hidden' });
  }

  async #open(): Promise<void> {
    const nothing = this.#page.locator('.monaco-editor-overlaymessage');
    await until('the light-bulb menu', async () => {
      if (await nothing.isVisible()) await this.#page.keyboard.press('Escape');
      await nothing.waitFor({ state: 'hidden' });
      await this.#page.keyboard.press('Control+.');
      // A second press would take the first entry, so each press gets its answer before the next.
      await this.#entries.first().or(nothing).first().waitFor();
      return (await this.#entries.count()) > 0;
    });
  }
}
