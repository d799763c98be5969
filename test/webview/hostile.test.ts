import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mermaidText } from '../../src/core/flow/mermaid';
import type { Play, PlayStep } from '../../src/core/flow/play';
import { everyThing } from '../unit/flow/everyThing';
import { PageTests, type PlayerPage } from './playerPage';
import { noRotation, words } from './plays';

const pages = new PageTests();

const hostile: Readonly<Record<string, string>> = {
  markup: '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><b>bold</b>',
  'a closing style and script': '</style></script><style>*{display:none}</style>',
  'entities and quotes': '&lt;i&gt; "x" \'y\' `z` &amp;amp;',
  'mermaid syntax': 'end\nparticipant evil\nkubelet->>files: more; click a href "javascript:alert(1)"',
  'a mermaid directive': '%%{init: {"securityLevel": "loose", "themeCSS": "* { display: none }"}}%% #quot; $$x^2$$',
  emoji: '👩🏽‍💻 🇨🇭 née e\u0301 𝒳',
  'text from right to left': '\u202eabc\u202c שלום مرحبا',
  '10,000 characters': 'certificate'.repeat(1000),
  '10,000 words': 'a certificate '.repeat(5000),
  placeholders: '{setting} {0} ${x} {{ .Values.x }}',
};

/** A play in which every text that can come from outside is the same hostile one. */
function playFullOf(text: string): Play {
  const things = everyThing(text);
  const steps = noRotation.steps.map((step): PlayStep => ({
    ...step,
    label: words(text),
    sentence: words(text),
    output: text,
    holds: step.holds.map((item, index) => ({ ...item, name: text, thing: index % things.length })),
    evidence: [{ setting: text, value: text, origin: { path: text, range: { start: 0, end: 1 } } }],
  }));
  const bars = noRotation.lifeLine.bars.map((bar) => ({ ...bar, name: text }));
  return {
    ...noRotation,
    title: words(text),
    release: text,
    steps,
    things,
    diagram: mermaidText(steps, [], {}),
    lifeLine: { ...noRotation.lifeLine, bars },
    outcome: { ...noRotation.outcome, sentence: words(text) },
    assumptions: [words(text)],
  };
}

async function openAll({ page }: PlayerPage, selector: string): Promise<void> {
  await page.locator(selector).evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
}

async function harmless({ page }: PlayerPage): Promise<void> {
  assert.equal(await page.evaluate(() => 'hacked' in window), false);
  assert.equal(await page.locator('#player :is(script, style, img, iframe, b, i, foreignObject)').count(), 0);
  assert.equal(await page.locator('#player a[href]').count(), 0);
}

for (const [name, text] of Object.entries(hostile)) {
  test(`${name} is shown as text`, () =>
    pages.run(async (player) => {
      await player.open(playFullOf(text), { step: 7, openPanels: ['holds', 'life-line', 'assumptions', 'transcript'] });
      const texts = await player.page
        .locator('.sentence, h1, .output pre')
        .evaluateAll((parts) => parts.map((part) => part.textContent));
      assert.deepEqual(new Set(texts), new Set([text]));
      assert.equal(await player.page.locator('.message').count(), noRotation.steps.length);
      await openAll(player, '.held');
      await player.page.locator('.fields').first().waitFor();
      await openAll(player, '.check');
      await player.page.locator('.stage').focus();
      await player.page.keyboard.press('ArrowRight');
      await player.page.locator('.message.now .number', { hasText: /^9$/ }).waitFor();
      const wide = await player.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `the page is ${String(wide)} pixels too wide`);
      await harmless(player);
    }));
}

const broken: Readonly<Record<string, (diagram: string) => string>> = {
  'one message too many': (diagram) => `${diagram}\nk->>f: one more`,
  'one message too few': (diagram) => diagram.slice(0, diagram.lastIndexOf('\n')),
  'messages between other actors': (diagram) => diagram.replace('k->>f: looks', 'c->>r: looks'),
  'no mermaid text': () => 'this is no diagram',
  'another kind of diagram': () => 'flowchart LR\n  a --> b',
  nothing: () => '',
  'a text without end': (diagram) => diagram + '\nNote over k: x'.repeat(20_000),
};

for (const [name, spoil] of Object.entries(broken)) {
  test(`a diagram with ${name} gives way to a list of the messages`, () =>
    pages.run(async (player) => {
      await player.open({ ...noRotation, diagram: spoil(noRotation.diagram) }, { step: 1 });
      const items = player.page.locator('.message-list li');
      await items.nth(10).waitFor();
      assert.equal(await items.count(), 11);
      assert.match(await player.page.locator('.message-list li.now').innerText(), /files → kubelet: token and CA/);
      await player.page.keyboard.press('End');
      await player.page.locator('.message-list li.now', { hasText: 'Ready is Unknown' }).waitFor();
      await items.nth(2).getByRole('button').click();
      await player.page.locator('.message-list li.now', { hasText: 'CREATE CertificateSigningRequest' }).waitFor();
      assert.equal(await player.page.locator('.picture').count(), 0);
      assert.equal(await player.page.locator('body > :not(main, script)').count(), 0);
      await harmless(player);
    }));
}

test('a play without steps says so', () =>
  pages.run(async (player) => {
    await player.open({ ...noRotation, steps: [], diagram: 'sequenceDiagram' });
    await player.page.getByText('this play has no steps').waitFor();
    for (const key of ['ArrowRight', ' ', 'End', 'r', 'Home']) await player.page.keyboard.press(key);
  }));
