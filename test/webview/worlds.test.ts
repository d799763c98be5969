import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstDivergence } from '../../src/core/flow/worlds/firstDivergence';
import { changesBetween } from '../../src/core/flow/worlds/releaseChanges';
import type { Release } from '../../src/core/kubernetes/release';
import type { Snapshot } from '../../src/core/protocol/messages';
import { PageTests } from './playerPage';
import { scenarioPlay, scenarioTexts } from './scenarioPlays';

const pages = new PageTests();
const original = scenarioPlay('era-1.8', '1.10');
const forked = scenarioPlay('era-1.8', '1.11');
const releases = ['1.8', '1.9', '1.10', '1.11', '1.12'];
const panels = { openPanels: ['worlds'] };

const whatIfs = [
  {
    id: 'rotate-certificates',
    text: { id: 'flow.whatIf.set', params: { setting: 'rotateCertificates', value: 'false' } },
    since: '1.8',
    until: '1.36',
    chosen: false,
  },
];

const alone: Partial<Snapshot> = {
  texts: scenarioTexts,
  worlds: { releases, ownRelease: '1.10', changes: [], original: undefined, whatIfs },
};
const beside: Partial<Snapshot> = {
  texts: scenarioTexts,
  worlds: { releases, ownRelease: '1.10', changes: changesBetween('1.10', '1.11'), original, whatIfs },
};

test('the slider of releases asks for another world, and for the original at the release of the files', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(original, panels, alone);
    const slider = page.getByRole('slider', { name: 'Kubernetes release' });
    assert.equal(await slider.getAttribute('aria-valuetext'), 'Kubernetes 1.10, as the files have it');
    await slider.press('ArrowRight');
    assert.equal(await slider.getAttribute('aria-valuetext'), 'Kubernetes 1.11');
    await slider.press('ArrowLeft');
    const asked = (await player.posted()).filter(({ type }) => type === 'choose-world');
    assert.deepEqual(asked, [
      { type: 'choose-world', release: '1.11', whatIfs: [] },
      { type: 'choose-world', whatIfs: [] },
    ]);
    assert.equal(await page.getByRole('table').count(), 0);
  }));

test('two worlds stand beside each other, and it is marked where they part', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(forked, { ...panels, step: 3, world: { release: '1.11', whatIfs: [], fork: 3 } }, beside);
    const parts = firstDivergence(original, forked) ?? -1;
    assert.ok(parts > 0);
    const rows = page.locator('.beside tbody tr');
    assert.equal(await rows.nth(parts).innerText(), 'From here on something else happens.');
    assert.equal(await page.locator('.beside tr.parted').count(), (await rows.count()) - 1 - parts);
    assert.match(
      await page.locator('.changes').innerText(),
      /1\.11 Nothing built in approves serving requests any more/,
    );
    await rows
      .nth(parts + 1)
      .getByRole('button')
      .click();
    assert.equal(await player.lit(), String(parts + 1));
    await page.getByRole('button', { name: 'Back to the fork at step 4' }).click();
    assert.deepEqual((await player.posted()).at(-1), { type: 'choose-world', whatIfs: [] });
  }));

test('the fork is kept with the state', () =>
  pages.run(async (player) => {
    const world = { release: '1.11', whatIfs: [], fork: 3 };
    await player.open(forked, { ...panels, world }, beside);
    await player.load(player.page.url());
    const [ready] = await player.posted();
    assert.ok(ready?.type === 'ready');
    assert.deepEqual(ready.state?.world, world);
  }));

test('worlds in which the same happens say so', () =>
  pages.run(async (player) => {
    await player.open(original, panels, {
      ...beside,
      worlds: { releases, ownRelease: '1.10', changes: [], original, whatIfs: [] },
    });
    await player.page.getByText('The same happens in both.').waitFor();
  }));

test('the head of the page says that another world is played, and leads back', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(original, panels, alone);
    await page.locator('.fork').waitFor({ state: 'hidden' });
    const worlds = { ...beside.worlds, whatIfs: whatIfs.map((one) => ({ ...one, chosen: true })) };
    const world = { release: '1.11', whatIfs: ['rotate-certificates'], fork: 3 };
    await player.open(forked, { ...panels, world }, { ...beside, worlds } as Partial<Snapshot>);
    assert.match(await page.locator('.fork').innerText(), /^What if: Kubernetes 1\.11; rotateCertificates: false/);
    await page.locator('.fork').getByRole('button', { name: 'Back to the fork', exact: true }).click();
    assert.deepEqual((await player.posted()).at(-1), { type: 'choose-world', whatIfs: [] });
  }));

test('the slider stays where the reader has moved it while releases on the way there are played', () =>
  pages.run(async (player) => {
    const { page } = player;
    const at = (release: Release) => scenarioPlay('era-1.8', release);
    await player.open(at('1.10'), panels, alone);
    const slider = page.getByRole('slider', { name: 'Kubernetes release' });
    await slider.press('ArrowRight');
    await slider.press('ArrowRight');
    await player.open(at('1.11'), { ...panels, world: { release: '1.11', whatIfs: [], fork: 0 } }, beside);
    assert.equal(await slider.getAttribute('aria-valuetext'), 'Kubernetes 1.12');
    await player.open(at('1.12'), { ...panels, world: { release: '1.12', whatIfs: [], fork: 0 } }, beside);
    assert.equal(await slider.getAttribute('aria-valuetext'), 'Kubernetes 1.12');
    await player.open(at('1.10'), panels, alone);
    assert.equal(await slider.getAttribute('aria-valuetext'), 'Kubernetes 1.10, as the files have it');
  }));

test('two settings turned over one right after the other are both asked for', () =>
  pages.run(async (player) => {
    const { page } = player;
    const [one] = whatIfs;
    assert.ok(one);
    const two = [one, { ...one, id: 'other', text: { ...one.text, params: { setting: 'other', value: 'true' } } }];
    await player.open(original, panels, { ...alone, worlds: { ...alone.worlds, whatIfs: two } } as Partial<Snapshot>);
    for (const name of ['rotateCertificates: false (1.8 to 1.36)', 'other: true (1.8 to 1.36)'])
      await page.getByRole('checkbox', { name }).click();
    assert.deepEqual((await player.posted()).at(-1), {
      type: 'choose-world',
      whatIfs: ['rotate-certificates', 'other'],
    });
  }));

test('what changed is told forwards in time', () =>
  pages.run(async (player) => {
    const back: Partial<Snapshot> = {
      texts: scenarioTexts,
      worlds: { releases, ownRelease: '1.11', changes: changesBetween('1.11', '1.10'), original: forked, whatIfs: [] },
    };
    await player.open(original, { ...panels, world: { release: '1.10', whatIfs: [], fork: 0 } }, back);
    await player.page.getByRole('heading', { name: 'What changed between 1.10 and 1.11' }).waitFor();
  }));

test('what counts in all releases needs no range', () =>
  pages.run(async (player) => {
    const everywhere = whatIfs.map((one) => ({ ...one, until: '1.12' }));
    const worlds = { releases, ownRelease: '1.10', changes: [], original: undefined, whatIfs: everywhere };
    await player.open(original, panels, { texts: scenarioTexts, worlds });
    await player.page.getByRole('checkbox', { name: 'rotateCertificates: false', exact: true }).waitFor();
  }));

test('a setting is turned over under its real name, with the releases in which it counts', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(original, panels, alone);
    const toggle = page.getByRole('checkbox', { name: 'rotateCertificates: false (1.8 to 1.36)' });
    await toggle.click();
    assert.deepEqual((await player.posted()).at(-1), { type: 'choose-world', whatIfs: ['rotate-certificates'] });
    const chosen = whatIfs.map((one) => ({ ...one, chosen: true }));
    const worlds = { releases, ownRelease: '1.10', changes: [], original: forked, whatIfs: chosen };
    await player.open(
      original,
      { ...panels, world: { whatIfs: ['rotate-certificates'], fork: 0 } },
      { ...beside, worlds },
    );
    assert.ok(await toggle.isChecked());
    assert.match(await page.locator('.beside thead').innerText(), /rotateCertificates: false/);
    await toggle.click();
    assert.deepEqual((await player.posted()).at(-1), { type: 'choose-world', whatIfs: [] });
  }));

test('a long setting wraps beside its box and leaves it square', () =>
  pages.run(
    async (player) => {
      const role = 'system:certificates.k8s.io:certificatesigningrequests:selfnodeclient';
      const text = { id: 'flow.whatIf.bound', params: { role, group: 'system:nodes' } };
      const worlds = { releases, ownRelease: '1.10', changes: [], original: undefined };
      await player.open(original, panels, {
        texts: scenarioTexts,
        worlds: { ...worlds, whatIfs: [{ id: 'long', text, since: '1.7', until: '1.36', chosen: false }] },
      });
      const box = player.page.getByRole('checkbox', { name: /selfnodeclient/ }).locator('.control');
      const { width = 0, height = 0 } = (await box.boundingBox()) ?? {};
      assert.ok(width > 8, String(width));
      assert.equal(width, height);
    },
    { viewport: { width: 320, height: 640 } },
  ));

test('two worlds fit into 320 pixels, with everything open', () =>
  pages.run(
    async (player) => {
      const openPanels = ['holds', 'life-line', 'worlds', 'assumptions', 'transcript'];
      await player.open(forked, { openPanels, step: 4, world: { release: '1.11', whatIfs: [], fork: 3 } }, beside);
      const [width, shown] = await player.page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      assert.equal(width, shown);
    },
    { viewport: { width: 320, height: 640 } },
  ));
