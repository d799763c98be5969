import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageTests } from './playerPage';
import { noRotation, renewing, words } from './plays';

const pages = new PageTests();

test('evidence that is written somewhere leads there; what is only a default is said', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(noRotation);
    await page.getByRole('button', { name: /^--kubeconfig=.* kubelet\.env \(show kubelet\/kubelet\.env\)$/ }).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: /kubelet-bootstrap: system:node-bootstrapper bindings\.yaml/ }).click();
    const reveals = (await player.posted()).filter(({ type }) => type === 'reveal-evidence');
    assert.deepEqual(reveals, [
      { type: 'reveal-evidence', step: 0, evidence: 1 },
      { type: 'reveal-evidence', step: 3, evidence: 0 },
    ]);
    await player.open(noRotation, { step: 5 });
    await page.getByText('--cluster-signing-duration, by default 8760h').waitFor();
    await page.getByText('Assumed', { exact: true }).waitFor();
    await player.open(noRotation, { step: 9 });
    await page.getByText('--rotate-certificates is not set').waitFor();
    assert.equal(await page.locator('.evidence button').count(), 0);
  }));

test('the inspector says in words what is new, changed and gone', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(noRotation, { step: 6 });
    const item = (name: string) => page.locator('.held', { has: page.getByText(name, { exact: true }) });
    assert.match(await item('client certificate').innerText(), /new/);
    assert.match(await item('bootstrap token').innerText(), /gone/);
    assert.equal(await item('bootstrap token').locator('del').count(), 1);
    assert.doesNotMatch(await item('private key').innerText(), /new|changed|gone/);
    await page.getByRole('checkbox', { name: 'Only what this step changes' }).click();
    assert.equal(await item('private key').count(), 0);
    await page.keyboard.press('ArrowRight');
    await item('Node node-4').waitFor();
    assert.equal(await item('bootstrap token').count(), 0);
    await player.open(noRotation, { step: 2 });
    await page.getByText('Nothing changes at this step.').waitFor();
  }));

test('the life line shows lives, renewal, ends and the node, all of it also in words', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(renewing);
    const life = page.locator('.life');
    assert.equal(await life.locator('.life-bar').count(), 2);
    assert.equal(await life.locator('.life-window').count(), 1, 'the second renewal is beyond the line');
    assert.equal(await life.locator('.life-wall').count(), 1, 'the second certificate ends beyond the line');
    assert.match(await life.innerText(), /first: valid 0 s – 365 days, renewal after 292 days/);
    assert.match(await life.innerText(), /The time after 18 s is compressed/);
    assert.equal(await life.locator('.life-break').innerText(), '', 'drawn: many fonts lack a sign for it');
    const { width = 0, height = 0 } = (await life.locator('.life-break').boundingBox()) ?? {};
    assert.ok(width > 0 && height > 0);
    assert.match(await life.innerText(), /Ready/);
    assert.equal(await life.locator('.life-bar.future').count(), 1);
    await life.getByRole('button', { name: /^first: renewal after 292 days/ }).click();
    assert.equal(await player.lit(), '10');
    await life.getByRole('button', { name: /^second: valid/ }).press('Enter');
    await page.locator('.message.now .number', { hasText: /^12$/ }).waitFor();
    assert.match(await life.innerText(), /second: valid 292 days – 657 days/);
    assert.equal(await life.locator('.life-bar.future').count(), 0);
  }));

test('the life line stays where it is while one drags along it', () =>
  pages.run(async (player) => {
    const { page } = player;
    await page.setViewportSize({ width: 480, height: 640 });
    await player.open(renewing);
    const moment = page.locator('.life-moment');
    await moment.evaluate((element) => {
      element.scrollIntoView({ block: 'center' });
    });
    const { x, y, width, height } = (await moment.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const moved: number[] = [];
    await page.mouse.move(x + 4, y + height / 2);
    await page.mouse.down();
    for (let share = 0.05; share < 1; share += 0.05) {
      await page.mouse.move(x + share * width, y + height / 2);
      moved.push(Math.abs(((await moment.boundingBox())?.y ?? 0) - y));
    }
    await page.mouse.up();
    assert.ok(Math.max(...moved) < 4, `moved by ${moved.join(', ')} px`);
    assert.notEqual(await player.lit(), '1');
  }));

test('an end that another certificate has come before is no wall', () =>
  pages.run(async (player) => {
    await player.open(renewing);
    assert.equal(await player.page.locator('.life-wall.harmless').count(), 1);
    await player.open(noRotation);
    assert.equal(await player.page.locator('.life-wall:not(.harmless)').count(), 2);
    assert.deepEqual(await player.page.locator('.life-wall').allInnerTexts(), ['ends', 'ends']);
  }));

test('of short certificates, dated back to before the first, the one in force is named', () =>
  pages.run(async (player) => {
    const bars = [0, 180, 360].map((came) => ({
      name: `from ${String(came)}`,
      purpose: 'client' as const,
      notBefore: came - 300,
      notAfter: came + 300,
      rotationAt: came + 180,
    }));
    const steps = renewing.steps.map((step, index) => ({ ...step, t: index * 40 }));
    await player.open({ ...renewing, steps, lifeLine: { ...renewing.lifeLine, end: 660, bars } });
    const words = player.page.locator('.life-words');
    assert.match(await words.innerText(), /^from 0:/);
    await player.page.keyboard.press('End');
    assert.match(await words.innerText(), /^from 360:/);
  }));

test('the window stands between 70 and 90 % of a life, and the renewal within it', () =>
  pages.run(async (player) => {
    await player.open(renewing);
    const [bar, window, point] = await Promise.all(
      ['.life-bar', '.life-window', '.life-rotation'].map(async (part) =>
        player.page.locator(part).first().boundingBox(),
      ),
    );
    assert.ok(bar && window && point);
    assert.ok(window.x > bar.x && window.x + window.width < bar.x + bar.width);
    const middle = point.x + point.width / 2;
    assert.ok(middle > window.x && middle < window.x + window.width);
  }));

test('the cursor of the life line follows the steps', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    const cursor = player.page.locator('.life-cursor').first();
    const left = async (): Promise<number> => (await cursor.boundingBox())?.x ?? 0;
    const start = await left();
    await player.page.keyboard.press('End');
    const end = await left();
    assert.ok(end > start + 100);
    const wall = await player.page.locator('.life-wall').first().boundingBox();
    assert.ok(Math.abs(end - (wall?.x ?? 0)) < 8);
    await player.page.keyboard.press('Home');
    assert.equal(await left(), start);
  }));

test('any moment of the life line can be dragged to, and gone to by keys', () =>
  pages.run(
    async (player) => {
      const { page } = player;
      await player.open(noRotation);
      const slider = page.getByRole('slider', { name: 'Moment on the life line' });
      const cursor = page.locator('.life-cursor').first();
      const box = await slider.boundingBox();
      assert.ok(box);
      await page.mouse.move(box.x + 8, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 4 });
      await page.mouse.up();
      const year = page.locator('.life-row', { has: slider });
      assert.match(await year.innerText(), /Node: Ready\. The client certificate is good for another \d+ days\./);
      assert.equal(await player.lit(), '9', 'the last step that has happened by then');
      const x = (await cursor.boundingBox())?.x ?? 0;
      assert.ok(Math.abs(x - (box.x + box.width * 0.6)) < 12, 'the cursor stands where the reader has dragged to');
      await slider.press('End');
      assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /The client certificate has been over for/);
      assert.equal(await player.lit(), '11');
      await slider.press('PageDown');
      await slider.press('ArrowLeft');
      assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /Node: Ready/);
      await slider.press('Home');
      assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /^0 s\. Node: not registered\. No client/);
    },
    { viewport: { width: 900, height: 1800 } },
  ));

test('the wall leads to the step at which the certificate ends', () =>
  pages.run(async (player) => {
    await player.open(noRotation);
    await player.page.locator('.life-wall').first().click();
    await player.page.locator('.message.now .number', { hasText: /^10$/ }).waitFor();
  }));

test('the transcript has every step in words, marks the current one, and leads to any', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(noRotation, { step: 9, openPanels: ['transcript'] });
    const items = page.locator('.transcript li');
    const texts = await items.allInnerTexts();
    assert.equal(texts.length, noRotation.steps.length);
    noRotation.steps.forEach(({ sentence, output, label, from, to }, index) => {
      for (const part of [sentence.id, label.id, `${from} → ${to}`, ...output.split('\n')]) {
        assert.ok(texts[index]?.includes(part), `${part} is missing in ${String(texts[index])}`);
      }
    });
    assert.match(await page.locator('.transcript li[aria-current="step"]').innerText(), /Fails/);
    await page.getByRole('button', { name: 'Go to step 2: token and CA' }).click();
    await page.locator('.message.now .number', { hasText: /^2$/ }).waitFor();
    assert.equal(await page.locator('.transcript li[aria-current]').count(), 1);
  }));

test('a screen reader is told each step once, and nothing while nothing changes', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(noRotation, { step: 8 });
    await page.locator('.said').evaluate((said) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver(() => heard.push(said.textContent)).observe(said, { childList: true, subtree: true });
    });
    await page.keyboard.press('ArrowRight');
    await page.locator('.badge.fails').waitFor();
    await page.getByText('Only what this step changes').click();
    await page.locator('summary', { hasText: 'Transcript' }).click();
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    assert.deepEqual(heard, [`Fails${noRotation.steps[9]?.sentence.id ?? ''}`]);
    assert.equal(await page.locator('.said').getAttribute('aria-live'), 'polite');
  }));

test('the outcome and what was taken for granted are said', () =>
  pages.run(async (player) => {
    await player.open(noRotation, { openPanels: ['assumptions'] });
    const { page } = player;
    assert.match(await page.locator('.outcome').innerText(), /Ready for 365 days, then NotReady/);
    assert.match(await page.locator('.outcome .unseen').innerText(), /Goes wrong/);
    assert.equal(await page.locator('.assumptions li').count(), 2);
    await player.open(renewing, { openPanels: ['assumptions'] });
    await page.getByText('Nothing: everything needed stands in the files.').waitFor();
  }));

test('an end that is not known is neither good nor bad', () =>
  pages.run(async (player) => {
    const outcome = { ...noRotation.outcome, isKnown: false, sentence: words('How it ends is not known.') };
    await player.open({ ...noRotation, outcome });
    const shown = player.page.locator('.outcome');
    await shown.getByText('How it ends is not known.').waitFor();
    assert.equal(await shown.locator('.unseen').count(), 0);
    assert.equal(await shown.evaluate((element) => element.classList.contains('not-ok')), false);
  }));

test('all texts are those of the snapshot', () =>
  pages.run(async (player) => {
    const texts = { 'player.step': '下一步', 'player.holds': '各方现在持有什么', 'player.lifeLine': '生命线' };
    await player.open(noRotation, {}, { texts });
    await player.page.getByRole('button', { name: '下一步' }).click();
    await player.page.locator('summary', { hasText: '各方现在持有什么' }).waitFor();
    await player.page.getByRole('button', { name: 'Back' }).waitFor();
  }));

test('tips come with the focus and go with Escape', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(noRotation);
    await page.getByRole('button', { name: 'First step' }).focus();
    await page.keyboard.press('Tab');
    const tip = () =>
      page.locator('[data-action="back"]').evaluate((button) => {
        const { content, display } = getComputedStyle(button, '::after');
        return display === 'none' ? 'none' : content;
      });
    assert.equal(await tip(), '"Back"');
    await page.keyboard.press('Escape');
    assert.equal(await tip(), 'none');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await tip(), '"Back"');
  }));

test('whoever acts has one colour, in the picture and in the sentence', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(noRotation, { step: 4 });
    const named = page.locator('.sentence .actor-name');
    assert.deepEqual(await named.allInnerTexts(), ['csrapproving', 'kube-controller-manager']);
    const underline = await named.last().evaluate((name) => getComputedStyle(name).borderBottomColor);
    const arrow = await page
      .locator('.message.now [data-et="message"]')
      .evaluate((one) => getComputedStyle(one).stroke);
    assert.equal(underline, arrow);
    await player.open(noRotation, { step: 3 });
    assert.deepEqual(await named.allInnerTexts(), ['RBAC'], 'kubelet-bootstrap is another name');
  }));
