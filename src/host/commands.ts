import * as vscode from 'vscode';
import type { Engine } from './engine';
import { engineCommands } from './engineCommandIds';

/** Registers the commands; the first one that is called loads the engine. A command that fails says so in the log. */
export function registerEngineCommands(
  load: () => Promise<Engine>,
  log: vscode.LogOutputChannel,
): readonly vscode.Disposable[] {
  return engineCommands.map((id) =>
    vscode.commands.registerCommand(id, async (...args: readonly unknown[]) => {
      try {
        await (await load()).commands[id](...args);
      } catch (error) {
        log.error(`${id} failed.`, error instanceof Error ? error : String(error));
      }
    }),
  );
}
