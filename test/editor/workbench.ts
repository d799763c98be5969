import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { projectRoot } from './cache';
import { launchBrowser, openPage } from './browser';
import { LightBulb } from './lightBulb';
import { readProblems, type Problem } from './problems';
import { QuickInput } from './quickInput';
import { savedEditors } from './savedState';
import { startServer, type EditorServer, type ServerOptions } from './server';
import type { Settings } from './settings';
import { storagePatience, until } from './wait';

/** When a file that was asked for is taken not to come, in milliseconds. */
const openMilliseconds = 5_000;

/** The four themes everyone has, by the kind of colours they bring. */
export const themes = {
  light: { name: 'Default Light Modern', bodyClass: 'vs' },
  dark: { name: 'Default Dark Modern', bodyClass: 'vs-dark' },
  'high-contrast-dark': { name: 'Default High Contrast', bodyClass: 'hc-black' },
  'high-contrast-light': { name: 'Default High Contrast Light', bodyClass: 'hc-light' },
} as const;

export type ThemeKind = keyof typeof themes;

export interface WorkbenchOptions extends ServerOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** A browser to share between workbenches; without it one is started and closed with the workbench. */
  readonly browser?: Browser;
  /** Page size in CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Browser language, for example zh-CN. */
  readonly locale?: string;
}

/** VS Code in a browser page, driven the way a person would. Every wait is on something the page shows. */
export class Workbench {
  readonly page: Page;
  readonly server: EditorServer;
  readonly quickInput: QuickInput;
  readonly lightBulb: LightBulb;
  readonly #close: () => Promise<void>;

  constructor(page: Page, server: EditorServer, close: () => Promise<void>) {
    this.page = page;
    this.server = server;
    this.quickInput = new QuickInput(page);
    this.lightBulb = new LightBulb(page);
    this.#close = close;
  }

  /** Resolves when the workbench has restored its layout and editors and takes input. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
    await this.page.waitForFunction("performance.getEntriesByName('code/didStartWorkbench').length > 0");
  }

  /** Runs a command by the title the palette shows, for example "View: Show Explorer". */
  async runCommand(title: string): Promise<void> {
    await this.quickInput.pick('F1', `>${title}`, title);
  }

  /** Opens a file of the folder by its name and puts the cursor in it; line and column are 1-based. */
  async openFile(name: string, line?: number, column = 1): Promise<void> {
    // The list may be sorted anew under the key that takes an entry, so that another file opens.
    await until(`${name} in front`, async () => {
      await this.quickInput.pick('Control+P', name, name);
      await this.quickInput.waitUntilClosed();
      await this.activeTab().and(this.tab(name)).waitFor({ timeout: openMilliseconds });
      return true;
    });
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    if (line !== undefined) await this.goTo(line, column);
  }

  /** Moves the cursor of the active editor; line and column are 1-based. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.quickInput.submit('Control+P', `:${String(line)}:${String(column)}`);
    await this.statusItem(`Ln ${String(line)}, Col ${String(column)}`).waitFor();
  }

  /** The tab of an open editor. */
  tab(name: string): Locator {
    return this.page.locator(`.tabs-container .tab[data-resource-name="${name}"]`);
  }

  /** The tab of the editor that has the focus, or had it last. */
  activeTab(): Locator {
    return this.page.locator('.editor-group-container.active .tabs-container .tab.active');
  }

  /** A status bar item by the text it shows. */
  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text });
  }

  /** Text of the active editor's visible lines, joined with line feeds. */
  async visibleText(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .monaco-editor .view-line');
    const tops = await lines.evaluateAll((all) =>
      all.map((line) => [parseFloat((line as HTMLElement).style.top), line.textContent] as const),
    );
    const sorted = tops.sort(([above], [below]) => above - below);
    return sorted.map(([, text]) => text.replaceAll('\u00a0', ' ')).join('\n');
  }

  /** Saves the active editor and resolves when the file is written. */
  async save(): Promise<void> {
    await this.focusEditor();
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
    // The tab stops looking changed when the saving begins; the count on the explorer's icon drops when it is done.
    const unsaved = this.page.locator('.activitybar .action-item:has(.codicon-explorer-view-icon) .badge-content');
    await until('the file to be written', async () => {
      return Number(await unsaved.textContent()) <= (await this.page.locator('.tab.dirty').count());
    });
  }

  /** Shows the Problems panel and returns all its rows. */
  async problems(): Promise<Problem[]> {
    if (!(await this.page.locator('.markers-panel').isVisible())) {
      await this.runCommand('Problems: Focus on Problems View');
      await this.page.locator('.markers-panel').waitFor();
    }
    return readProblems(this.page);
  }

  /**
   * Shows the Problems panel and resolves with its rows once `accept` likes them.
   * @throws Error listing what the panel showed when it never does.
   */
  async problemsWhen(accept: (problems: readonly Problem[]) => boolean): Promise<Problem[]> {
    let last: Problem[] = [];
    return until('the expected problems', async () => {
      last = await this.problems();
      return accept(last) && last;
    }).catch((error: unknown) => {
      throw new Error(`Not the expected problems: ${JSON.stringify(last, undefined, 2)}`, { cause: error });
    });
  }

  /** Puts the keyboard focus into the active editor. */
  async focusEditor(): Promise<void> {
    const focused = this.page.locator('.editor-group-container.active .monaco-editor.focused');
    if ((await focused.count()) === 0) await this.runCommand('View: Focus Active Editor Group');
    await focused.waitFor();
  }

  /** Opens the light-bulb menu at the cursor and returns its entries; `lightBulb.close()` leaves it. */
  async quickFixes(): Promise<string[]> {
    await this.focusEditor();
    return this.lightBulb.open();
  }

  /** Applies the light-bulb entry with exactly this title, with the keyboard alone. */
  async quickFix(title: string): Promise<void> {
    await this.focusEditor();
    await this.lightBulb.choose(title);
  }

  /** Returns the inside of the visible webview that holds something matching `selector`. */
  async webview(selector = 'body'): Promise<FrameLocator> {
    const outer = this.page.locator('iframe.webview.ready');
    return until(`a webview with ${selector}`, async () => {
      for (let index = 0; index < (await outer.count()); index += 1) {
        const frame = outer.nth(index);
        const inside = frame.contentFrame().locator('#active-frame').contentFrame();
        if ((await frame.isVisible()) && (await inside.locator(selector).count()) > 0) return inside;
      }
      return undefined;
    });
  }

  /** Texts of the notifications shown now. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Closes the secondary side bar (chat) when it is open, and every notification. */
  async tidy(): Promise<void> {
    if (await this.page.locator('.part.auxiliarybar').isVisible()) {
      await this.runCommand('View: Close Secondary Side Bar');
      await this.page.locator('.part.auxiliarybar').waitFor({ state: 'hidden' });
    }
    if ((await this.notifications()).length > 0) await this.runCommand('Notifications: Clear All Notifications');
  }

  /** Changes settings while the editor runs; it sees the file change and applies them at once. */
  async changeSettings(changes: Settings): Promise<void> {
    const file = this.server.settingsFile;
    const now = JSON.parse(await readFile(file, 'utf8')) as Settings;
    await writeFile(file, JSON.stringify({ ...now, ...changes }, undefined, 2));
  }

  /** Switches the colour theme and resolves when the workbench wears it. */
  async setTheme(kind: ThemeKind): Promise<void> {
    await this.changeSettings({ 'workbench.colorTheme': themes[kind].name });
    await this.page.locator(`.monaco-workbench.${themes[kind].bodyClass}`).waitFor();
  }

  /**
   * Reloads the window as a person would with the browser's button, first waiting until the editor has stored every
   * text of `stored`: parts of file paths, view types of panels or of the state a page has set (`"step":5`).
   */
  async reload(stored: readonly string[] = []): Promise<void> {
    await until(
      `${stored.join(', ')} to be stored`,
      async () => {
        const saved = await savedEditors(this.page);
        return stored.every((text) => saved.includes(text));
      },
      storagePatience,
    );
    await this.page.reload();
    await this.ready();
  }

  /** Saves a picture of the page in test/screenshots and returns its path. */
  async screenshot(name: string): Promise<string> {
    const folder = join(projectRoot, 'test', 'screenshots');
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /** Ends the page, the server and, when it is ours, the browser. */
  async close(): Promise<void> {
    await this.#close();
  }
}

/** Starts VS Code with the given extensions on a folder, opens it in a browser and resolves when it takes input. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const server = await startServer(options);
  const browser = options.browser ?? (await launchBrowser());
  const page = await openPage(browser, {
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(options.viewport && { viewport: options.viewport }),
    ...(options.locale !== undefined && { locale: options.locale }),
  });
  const close = async (): Promise<void> => {
    await page.context().close();
    if (!options.browser) await browser.close();
    await server.stop();
  };
  const workbench = new Workbench(page, server, close);
  try {
    await page.goto(`${server.url}/?folder=${encodeURIComponent(options.folder)}`);
    await workbench.ready();
    return workbench;
  } catch (error) {
    await close();
    throw error;
  }
}
