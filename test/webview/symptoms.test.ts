import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageTests, type PlayerPage } from './playerPage';
import { scenarioPlay, scenarioTexts } from './scenarioPlays';

const pages = new PageTests();
const openPanels = ['symptoms'];

async function opened({ page }: PlayerPage, words: string) {
  const symptom = page.locator('.symptom', { has: page.getByText(words, { exact: true }) });
  await symptom.locator('summary').click();
  return symptom;
}

test('a symptom of the play leads to the step behind it and to the line that made it so', () =>
  pages.run(async (player) => {
    const play = scenarioPlay('one-year-bomb');
    await player.open(play, { openPanels }, { texts: scenarioTexts });
    const first = player.page.locator('.symptom').first();
    assert.match(await first.innerText(), /x509: certificate has expired.*\n*in this play/);
    const symptom = await opened(player, 'x509: certificate has expired or is not yet valid');
    await symptom.getByText('Rotation is off: nobody renews the client certificate, so it ends.').waitFor();
    await symptom.getByText(/^What helps: Turn on rotateCertificates/).waitFor();
    const step = play.steps.findIndex(({ sentence }) => sentence.id === 'flow.step.expired-rotation-off');
    await symptom.getByRole('button', { name: /^--rotate-certificates/ }).click();
    assert.deepEqual((await player.posted()).at(-1), { type: 'reveal-evidence', step, evidence: 0 });
    await symptom.getByRole('button', { name: /certificate ends$/ }).click();
    await player.page.locator('.message.now .number', { hasText: new RegExp(`^${String(step + 1)}$`) }).waitFor();
    assert.equal(await symptom.getAttribute('open'), '', 'it stays open');
  }));

test('a cause that is not at work here can be seen in the scenario that was made for it', () =>
  pages.run(async (player) => {
    await player.open(scenarioPlay('today'), { openPanels }, { texts: scenarioTexts });
    const symptom = await opened(player, 'Unauthorized');
    await symptom
      .getByRole('button', { name: /^See it happen:/ })
      .first()
      .click();
    const asked = (await player.posted()).findLast(({ type }) => type === 'choose-scenario');
    assert.deepEqual(asked, { type: 'choose-scenario', scenario: 'wrong-token', step: 'authenticate' });
  }));

test('what a rule has found in the files played is named with its place', () =>
  pages.run(async (player) => {
    const origin = { path: 'rbac/bindings.yaml', range: { start: 0, end: 9 } };
    const findings = [
      { rule: 'rotate-certificates-off', step: undefined, origin },
      { rule: 'renewal-approval-unbound', step: undefined, origin },
    ];
    await player.open(
      { ...scenarioPlay('today'), scenario: 'workspace' },
      { openPanels },
      { texts: scenarioTexts, findings },
    );
    const symptom = await opened(player, 'Kubelet stopped posting node status.');
    await symptom.getByRole('button', { name: /^renewal-approval-unbound bindings\.yaml/ }).click();
    assert.deepEqual((await player.posted()).at(-1), { type: 'reveal-finding', finding: 1 });
  }));
