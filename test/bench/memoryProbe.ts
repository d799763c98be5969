import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { until } from '../host/until';

const COUNTS = [5, 50];

/** Loaded inside the editor as a test module: prints the heap of the extension host, in MB, after the player was opened and closed so often. */
export async function run(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let opened = 0;
  for (const count of COUNTS) {
    for (; opened < count; opened += 1) await openAndClose();
    collect();
    console.log(`heap ${String(count)} ${String(process.memoryUsage().heapUsed / 2 ** 20)}`);
  }
}

async function openAndClose(): Promise<void> {
  await vscode.commands.executeCommand('tlsBootstrap.openPlayer', 'today');
  const { tabGroups } = vscode.window;
  const players = (): readonly vscode.Tab[] =>
    tabGroups.all.flatMap(({ tabs }) => tabs.filter(({ input }) => input instanceof vscode.TabInputWebview));
  await until(
    'the player',
    () => / \d+\/\d+$/.test(players()[0]?.label ?? ''),
    () => players().map(({ label }) => label),
  );
  await tabGroups.close(players());
  await until('the player to be closed', () => players().length === 0);
}
