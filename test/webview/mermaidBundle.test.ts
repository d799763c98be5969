import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import type { Mermaid } from 'mermaid';
import { mermaidSequenceOnly } from '../../webview/mermaidBundle.mjs';
import { launchBrowser } from '../editor/browser';
import { noRotation } from './plays';

const root = new URL('../..', import.meta.url).pathname;

async function bundle(whole: boolean): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: "import mermaid from 'mermaid'; globalThis.mermaid = mermaid;", resolveDir: root },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    plugins: whole ? [] : [mermaidSequenceOnly()],
  });
  return outputFiles[0]?.text ?? '';
}

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

/** Returns the drawing, or the words of the error that there was instead. */
async function draw(script: string, text: string): Promise<string> {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  const drawing = await page.evaluate(async (diagram) => {
    const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: 'base', wrap: true });
    try {
      return (await mermaid.render('drawing', diagram)).svg;
    } catch (error) {
      return String(error);
    }
  }, text);
  await page.close();
  return drawing;
}

test('what is left of mermaid draws the same sequence diagram as the whole, in a fifth of its size', async () => {
  const [whole, left] = await Promise.all([bundle(true), bundle(false)]);
  assert.ok(left.length * 5 < whole.length, `${String(left.length)} of ${String(whole.length)}`);
  const text = `${noRotation.diagram}\nNote over k,a: a note\nloop every 10 s\n  k-->>a: heartbeat\nend`;
  const drawing = await draw(whole, text);
  assert.match(drawing, /^<svg/);
  assert.equal(await draw(left, text), drawing);
  assert.match(await draw(left, 'flowchart LR\n  a --> b'), /left out of the page/);
});
