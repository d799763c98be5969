import { after, before } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Play } from '../../src/core/flow/play';
import type { FromPage, PlayerState, Snapshot, ToPage } from '../../src/core/protocol/messages';
import { launchBrowser } from '../editor/browser';
import { servePage, snapshotOf, type ServedPage, type ThemeName } from './page';

/** The page as a reader and the host meet it. */
export class PlayerPage {
  constructor(readonly page: Page) {}

  /** Loads the page and waits until it has asked for a play. */
  async load(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.waitForFunction(() => (window as unknown as { posted: unknown[] }).posted.length > 0);
  }

  /** Sends a message of the host, or something else. */
  async send(message: ToPage | Record<string, unknown>): Promise<void> {
    await this.page.evaluate(
      (data) => {
        window.postMessage(data, '*');
      },
      message as unknown as Record<string, unknown>,
    );
  }

  /** Sends a play and waits until it is drawn. */
  async open(play: Play, state: Partial<PlayerState> = {}, rest: Partial<Snapshot> = {}): Promise<void> {
    const drawn = this.page.locator('.picture, .message-list');
    await drawn.evaluateAll((parts) => {
      for (const part of parts) part.setAttribute('data-before', '');
    });
    await this.send(snapshotOf(play, state, rest));
    await this.page.locator(':is(.picture, .message-list):not([data-before])').waitFor();
  }

  /** What the page has told the host. */
  async posted(): Promise<FromPage[]> {
    return this.page.evaluate(() => (window as unknown as { posted: FromPage[] }).posted);
  }

  /** What the policy stopped, by directive. */
  async violations(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { violations: string[] }).violations);
  }

  /** The 1-based number of the message that is lit. */
  async lit(): Promise<string> {
    return (await this.page.locator('.message.now .number').allTextContents()).join(' ');
  }

  async sentence(): Promise<string> {
    return this.page.locator('.sentence').innerText();
  }
}

/** What a test may ask of the page it opens. */
export interface Opening {
  readonly theme?: ThemeName;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly reducedMotion?: 'reduce';
}

/** Builds, serves and drives the page for the tests of one file. Any error in the page fails the test that opened it. */
export class PageTests {
  #context: BrowserContext | undefined;
  #served: ServedPage | undefined;

  constructor() {
    let browser: Browser | undefined;
    before(async () => {
      [browser, this.#served] = await Promise.all([launchBrowser(), servePage()]);
      this.#context = await browser.newContext();
      // The runner's compiler calls this where a function that is handed to the page has named parts.
      await this.#context.addInitScript('globalThis.__name = (one) => one');
    });
    after(async () => {
      await browser?.close();
      this.#served?.close();
    });
  }

  /** The sizes of what is served, in bytes, by address. */
  get sizes(): ReadonlyMap<string, number> {
    return new Map([...(this.#served?.files ?? [])].map(([name, text]) => [name, Buffer.byteLength(text)]));
  }

  /** Opens a fresh page, as yet without a play, and lets `test` use it. A page keeps its state to itself, as a tab does. */
  async run(test: (player: PlayerPage) => Promise<void>, opening: Opening = {}): Promise<void> {
    if (!this.#context || !this.#served) throw new Error('the browser is not there yet');
    const { theme = 'dark', viewport = { width: 900, height: 900 }, reducedMotion = null } = opening;
    const page = await this.#context.newPage();
    await page.setViewportSize(viewport);
    await page.emulateMedia({ reducedMotion });
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const player = new PlayerPage(page);
    await player.load(`${this.#served.url}?theme=${theme}`);
    await test(player);
    await page.close();
    if (errors[0]) throw errors[0];
  }
}
