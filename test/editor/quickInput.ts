import type { Locator, Page } from 'playwright-core';
import { until } from './wait';

/** When to type or press once more because the editor was not ready for it; being late does no harm. */
const retypeMilliseconds = 1000;
const repressMilliseconds = 3000;

/** The box at the top of the window: command palette, file picker, line picker and pick lists. */
export class QuickInput {
  readonly #page: Page;
  readonly #box: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#box = page.locator('.quick-input-widget');
  }

  /** Resolves when the box is shown and can be typed into. */
  async waitUntilOpen(): Promise<void> {
    await this.#box.locator('.quick-input-box input').waitFor({ state: 'visible' });
  }

  /** Opens the box with a key and puts `text` in it. */
  async open(key: string, text: string): Promise<void> {
    await until(`the input box to open with ${key}`, async () => {
      if (await this.#box.isVisible()) return true;
      await this.#page.keyboard.press(key);
      await this.#box.waitFor({ state: 'visible', timeout: repressMilliseconds });
      return true;
    });
    const input = this.#box.locator('.quick-input-box input');
    if ((await input.inputValue()) === text) await input.fill(text.slice(0, 1));
    await input.fill(text);
  }

  /** Returns the labels shown now; a long list shows only its visible part. */
  async labels(): Promise<string[]> {
    return this.#box.locator('.quick-input-list .monaco-list-row .label-name').allInnerTexts();
  }

  /**
   * Opens the box with a key, types `text` and chooses the entry whose label is exactly `label`, by keyboard when it is
   * the one in focus. Types again until the entry is offered: the list does not follow what arrives after the typing.
   */
  async pick(key: string, text: string, label: string): Promise<void> {
    const row = this.#row(label);
    await until(`"${label}" to be offered`, async () => {
      await this.open(key, text);
      await row.waitFor({ state: 'visible', timeout: retypeMilliseconds });
      return true;
    });
    await this.choose(label);
  }

  /** Chooses an entry that the open box offers or will offer by itself. */
  async choose(label: string): Promise<void> {
    const row = this.#row(label);
    await row.waitFor({ state: 'visible' });
    const focused = (await row.getAttribute('class'))?.includes('focused') ?? false;
    if (focused) await this.#page.keyboard.press('Enter');
    else await row.click();
  }

  #row(label: string): Locator {
    const rows = this.#box.locator('.quick-input-list .monaco-list-row');
    return rows.filter({ has: this.#page.locator('.label-name').getByText(label, { exact: true }) }).first();
  }

  /** Resolves when the box is gone. */
  async waitUntilClosed(): Promise<void> {
    await this.#box.waitFor({ state: 'hidden' });
  }
}
