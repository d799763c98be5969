import type { Page } from 'playwright-core';

export interface Contrast {
  readonly text: string;
  readonly ratio: number;
}

/** What a reader has to read; messages not yet reached are dimmed on purpose and stand in the transcript as well. */
const READ = [
  'h1',
  '.release',
  '.outcome span:not(.unseen)',
  '.count',
  '.time',
  '.sentence',
  '.badge',
  '.output pre',
  '.evidence code',
  '.evidence .path',
  '.held-name',
  '.held-value',
  '.change',
  '.life-words',
  '.life-tick',
  '.life-legend',
  '.life-node',
  '.stop',
  '.name',
  '.message.now .messageText',
  '.message.past .messageText',
];

/** Returns the text on the page with the smallest contrast to what lies behind it. */
export async function smallestContrast(page: Page): Promise<Contrast> {
  const found = await page.evaluate((selectors) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!canvas) throw new Error('no canvas');
    const painted = (layers: readonly string[]): readonly number[] => {
      canvas.clearRect(0, 0, 1, 1);
      for (const layer of layers) {
        canvas.fillStyle = layer;
        canvas.fillRect(0, 0, 1, 1);
      }
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (rgb: readonly number[]): number => {
      const [r = 0, g = 0, b = 0] = rgb.map((value) => {
        const share = value / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (part: Element): string[] => {
      const layers: string[] = [];
      for (let at: Element | null = part; at; at = at.parentElement)
        layers.unshift(getComputedStyle(at).backgroundColor);
      const row = part.closest('.message')?.querySelector('.row');
      return row ? [...layers, getComputedStyle(row).fill] : layers;
    };
    const contrastOf = (part: Element): number => {
      const style = getComputedStyle(part);
      const back = behind(part);
      const front = part instanceof SVGElement ? style.fill : style.color;
      const ground = painted(back);
      const ink = painted([...back, front]);
      const opacity = Number(getComputedStyle(part.closest('.message') ?? part).opacity);
      const seen = ink.map((value, index) => value * opacity + (ground[index] ?? 0) * (1 - opacity));
      const [light = 0, dark = 0] = [luminance(seen), luminance(ground)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };
    return selectors.flatMap((selector) =>
      [...document.querySelectorAll(selector)].map((part) => ({
        text: `${selector} "${part.textContent.slice(0, 40)}"`,
        ratio: contrastOf(part),
      })),
    );
  }, READ);
  return found.reduce((worst, one) => (one.ratio < worst.ratio ? one : worst));
}
