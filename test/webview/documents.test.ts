import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageTests } from './playerPage';
import { noRotation } from './plays';

const pages = new PageTests();

test('the transcript as a document and a link to the step are asked of the host', () =>
  pages.run(async (player) => {
    const { page } = player;
    await player.open(noRotation, { openPanels: ['transcript'] });
    await page.getByRole('button', { name: 'Open as a document' }).click();
    await page.getByRole('button', { name: 'Copy a link to this step' }).click();
    const asked = (await player.posted()).filter(({ type }) => type === 'command');
    assert.deepEqual(asked, [
      { type: 'command', command: 'transcript' },
      { type: 'command', command: 'copyLink' },
    ]);
  }));
