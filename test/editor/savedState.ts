import type { Page } from 'playwright-core';

// A string, because the page has types this file should not need: it reads every state database of the page's origin.
const readEditors = `(async () => {
  const read = (name) => new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => resolve('');
    opening.onsuccess = () => {
      const database = opening.result;
      const finish = (text) => { database.close(); resolve(String(text ?? '')); };
      if (!database.objectStoreNames.contains('ItemTable')) return finish('');
      const reading = database.transaction('ItemTable').objectStore('ItemTable').get('memento/workbench.parts.editor');
      reading.onsuccess = () => finish(reading.result);
      reading.onerror = () => finish('');
    };
  });
  const all = await indexedDB.databases();
  const names = all.map(({ name }) => name).filter((name) => name?.startsWith('vscode-web-state-db-'));
  return (await Promise.all(names.map(read))).join('');
})()`;

/**
 * Returns what the editor has stored about its open editors, as text without backslashes. It is stored every few
 * seconds, and a reload restores exactly this: paths of files, view types of panels and the state pages have set.
 */
export async function savedEditors(page: Page): Promise<string> {
  return String(await page.evaluate(readEditors)).replaceAll('\\', '');
}
