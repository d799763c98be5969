import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenarioPlay, scenarioTexts } from './scenarioPlays';
import { PageTests, type PlayerPage } from './playerPage';

const pages = new PageTests();
const texts = { texts: scenarioTexts };

/** Opens an entry of the inspector, and returns it. */
async function opened({ page }: PlayerPage, title: string) {
  const entry = page.locator('.held', { has: page.locator('.held-name', { hasText: title }) }).first();
  await entry.locator('summary').first().click();
  await entry.locator('.fields').waitFor();
  return entry;
}

test('a certificate is told field by field, with dates, how far they are, and what each field is for', () =>
  pages.run(async (player) => {
    await player.open(scenarioPlay('today'), { step: 10 }, texts);
    const entry = await opened(player, 'Client certificate');
    const field = (name: string) => entry.locator('.field', { hasText: name });
    assert.match(await field('Subject CN').innerText(), /system:node:node-1\nThe user name that kube-apiserver reads/);
    assert.match(await field('Not after').innerText(), /2026-12-31 23:55:00 UTC in 365 days\n/);
    assert.match(await field('Not before').innerText(), /2025-12-31 23:55:00 UTC 5 min ago\n/);
    assert.match(await field('Renewal').innerText(), /in 292 days/);
    await player.page.keyboard.press('End');
    await field('Not after').getByText(/2028/).waitFor();
  }));

test('an open entry stays open from step to step, through a reload, and keeps the focus', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(scenarioPlay('today'), { step: 6 }, texts);
    const entry = await opened(player, 'Client CSR');
    await entry.getByText('Approved (AutoApproved)').waitFor();
    await entry.getByText('not issued').waitFor();
    await page.evaluate(() => {
      window.dispatchEvent(new MessageEvent('message', { data: { type: 'transport', action: 'step' } }));
    });
    await entry.getByText('issued', { exact: true }).waitFor();
    assert.equal(
      await entry
        .locator('summary')
        .first()
        .evaluate((one) => one === document.activeElement),
      true,
    );
    await page.waitForFunction(() => sessionStorage.getItem('state')?.includes('client request'));
    await page.reload();
    await player.open(scenarioPlay('today'), { step: 6 }, texts);
    await page.locator('.held[open]').getByText('Approved (AutoApproved)').waitFor();
    await page.locator('.held[open] > summary').click();
    await page.locator('.held[open]').waitFor({ state: 'detached' });
  }));

test('an open entry makes no page taller than its parts', () =>
  pages.run(
    async (player) => {
      await player.open(scenarioPlay('today'), { step: 14 }, texts);
      const height = () => player.page.evaluate(() => document.documentElement.scrollHeight);
      const before = await height();
      await opened(player, 'May it create certificatesigningrequests?');
      assert.equal(await height(), before);
    },
    { viewport: { width: 1280, height: 900 } },
  ));

test('a decision of RBAC names binding, role and rule, and leads to where they are written', () =>
  pages.run(async (player) => {
    const play = scenarioPlay('today');
    await player.open(play, { step: 4 }, texts);
    const entry = await opened(player, 'May it create certificatesigningrequests?');
    assert.match(await entry.locator('.field', { hasText: 'What is bound' }).innerText(), /system:node-bootstrapper/);
    await entry.getByRole('button', { name: /kubelet-bootstrap/ }).click();
    const asked = (await player.posted()).find(({ type }) => type === 'reveal-held');
    assert.ok(asked?.type === 'reveal-held');
    assert.equal(play.things[asked.thing]?.kind, 'decision');
    await player.open(scenarioPlay('missing-node-bootstrapper'), { step: 4 }, texts);
    const refused = player.page.locator('.held[open]');
    await refused.getByText('A ClusterRoleBinding has to give that role to one of these.').waitFor();
  }));

test('a certificate is copied as PEM by the host, and the page says so once it has happened', () =>
  pages.run(async (player) => {
    const play = scenarioPlay('today');
    await player.open(play, { step: 10 }, texts);
    const entry = await opened(player, 'Client certificate');
    await entry.getByRole('button', { name: 'Copy PEM', exact: true }).click();
    const thing = play.things.findIndex(({ kind }) => kind === 'certificate');
    assert.deepEqual((await player.posted()).at(-1), { type: 'copy-pem', thing, part: 'own' });
    const status = entry.getByRole('status');
    assert.equal(await status.innerText(), '');
    await player.send({ type: 'copied', thing, part: 'own' });
    await status.getByText(/^Copied\. Made with an example key/).waitFor();
    await entry.getByRole('button', { name: 'Copy PEM of its CA' }).click();
    assert.deepEqual((await player.posted()).at(-1), { type: 'copy-pem', thing, part: 'authority' });
    await player.send({ type: 'copied', thing, part: 'authority' });
    await status.getByText(/^CA copied/).waitFor();
  }));

test('whoever wants to check finds the command and what to look for', () =>
  pages.run(async (player) => {
    await player.open(scenarioPlay('today'), { step: 10 }, texts);
    const entry = await opened(player, 'Client certificate');
    await entry.getByText('Check it yourself').click();
    const commands = entry.locator('.checks pre');
    assert.match(
      await commands.first().innerText(),
      /^openssl x509 -in \/var\/lib\/kubelet\/pki\/.*\.pem -noout -text$/,
    );
    assert.match(await commands.last().innerText(), /^openssl verify -attime \d+ -CAfile ca\.pem certificate\.pem$/);
    await entry.getByText('Read Subject, Validity and Extended Key Usage.').waitFor();
  }));
