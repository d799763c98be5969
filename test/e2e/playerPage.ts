import type { FrameLocator } from 'playwright-core';
import { until } from '../editor/wait';
import type { Workbench } from '../editor/workbench';

/** When keys are taken for lost, in milliseconds. */
const keyPatience = 3_000;

/** The player's page inside its panel, used as a person would. */
export class PlayerPage {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Resolves with the page once its diagram is drawn. */
  async frame(): Promise<FrameLocator> {
    const frame = await this.#workbench.webview('.transport');
    await frame.locator('svg [data-et="message"]').first().waitFor({ state: 'attached' });
    return frame;
  }

  /** Returns how the play ends, as the head of the page says. */
  async outcome(): Promise<string> {
    return (await this.frame()).locator('.outcome').innerText();
  }

  /** Resolves once the head of the page says an outcome like this. */
  async outcomeIs(pattern: RegExp): Promise<void> {
    await until(`the outcome ${String(pattern)}`, async () => pattern.test(await this.outcome()));
  }

  /** Returns the 1-based current step and the number of steps. */
  async position(): Promise<{ step: number; steps: number }> {
    const slider = (await this.frame()).locator('.scrubber input');
    const [step, steps] = await Promise.all([slider.inputValue(), slider.getAttribute('max')]);
    return { step: Number(step) + 1, steps: Number(steps) + 1 };
  }

  /** Goes to a step, 1-based, by keys in the page, and once more when something else had the focus meanwhile. */
  async goTo(step: number): Promise<void> {
    await until(`step ${String(step)} by keys`, async () => {
      const body = (await this.frame()).locator('body');
      await body.press('Home');
      for (let at = 1; at < step; at += 1) await body.press('ArrowRight');
      return until('the step', async () => (await this.position()).step === step, keyPatience);
    });
  }

  /** Presses the button for the next step until there is none; returns the sentences read on the way. */
  async stepToEnd(): Promise<string[]> {
    const frame = await this.frame();
    const sentences = [await this.sentence()];
    for (let { step, steps } = await this.position(); step < steps; step += 1) {
      await frame.locator('[data-action="step"]').click();
      await until(`step ${String(step + 1)}`, async () => (await this.position()).step === step + 1);
      sentences.push(await this.sentence());
    }
    return sentences;
  }

  /** Returns the sentence of the current step. */
  async sentence(): Promise<string> {
    return (await this.frame()).locator('.sentence').innerText();
  }
}
