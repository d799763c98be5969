import type { Locator, Page } from 'playwright-core';
import { until } from './wait';

/** When to try once more because the editor was not ready; being late does no harm. */
const retryMilliseconds = 3000;

/**
 * The box at the top of the window: command palette, file picker and line picker. It closes when something else takes
 * the focus, as a page does that has just been loaded; then it is opened again.
 */
export class QuickInput {
  readonly #page: Page;
  readonly #box: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#box = page.locator('.quick-input-widget');
    this.#input = this.#box.locator('.quick-input-box input');
  }

  /** Opens the box with a key, types `text` and presses Enter. */
  async submit(key: string, text: string): Promise<void> {
    await until(`${text} to be taken`, async () => {
      await this.#type(key, text);
      await this.#enter();
      return true;
    });
    await this.waitUntilClosed();
  }

  /**
   * Opens the box with a key, types `text` and chooses the entry whose label is exactly `label`, by keyboard when it is
   * the one in focus. Types again until the entry is offered: the list does not follow what arrives after the typing.
   */
  async pick(key: string, text: string, label: string): Promise<void> {
    const rows = this.#box.locator('.quick-input-list .monaco-list-row');
    const named = this.#page.locator('.label-name').getByText(label, { exact: true });
    const row = rows.filter({ has: named }).first();
    await until(`"${label}" to be offered and taken`, async () => {
      await this.#type(key, text);
      await row.waitFor({ state: 'visible', timeout: retryMilliseconds });
      const looks = await row.getAttribute('class', { timeout: retryMilliseconds });
      if (looks?.includes('focused') === true) await this.#enter();
      else await row.click({ timeout: retryMilliseconds });
      return true;
    });
  }

  /** Resolves when the box is gone. */
  async waitUntilClosed(): Promise<void> {
    await this.#box.waitFor({ state: 'hidden' });
  }

  async #type(key: string, text: string): Promise<void> {
    if (!(await this.#box.isVisible())) await this.#page.keyboard.press(key);
    await this.#box.waitFor({ state: 'visible', timeout: retryMilliseconds });
    if ((await this.#input.inputValue()) === text) await this.#fill(text.slice(0, 1));
    await this.#fill(text);
  }

  async #fill(text: string): Promise<void> {
    await this.#input.fill(text, { timeout: retryMilliseconds });
  }

  async #enter(): Promise<void> {
    await this.#input.press('Enter', { timeout: retryMilliseconds });
  }
}
