import * as vscode from 'vscode';
import { registerEngineCommands } from './host/commands';
import type { Engine } from './host/engine';
import { onFirstFileOfOurs } from './host/firstFile';
import { isInLab } from './host/lab/labState';
import { Progress } from './host/progress';
import { registerRulePages } from './host/rulePages';
import { registerPlayerSerializer } from './host/player/playerSerializer';
import { registerUriHandler } from './host/uriHandler';
import { registerSamples } from './host/samples/sampleFileSystem';

/** Registers everything; what is heavy is loaded with the first file that concerns us, or the first command. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Kubelet TLS Bootstrap', { log: true });
  const progress = new Progress(context.globalState);
  const samples = registerSamples(context);
  const rulePages = registerRulePages(context.extensionUri);

  let engine: Promise<Engine> | undefined;
  const load = (): Promise<Engine> =>
    (engine ??= import('./host/engine').then(({ startEngine }) =>
      startEngine({ context, log, progress, samples, rulePages }),
    ));

  context.subscriptions.push(
    log,
    samples,
    rulePages,
    ...registerEngineCommands(load, log),
    registerPlayerSerializer(load),
    registerUriHandler(load, log),
    onFirstFileOfOurs(load, log),
  );
  // The page and the tree of the lab come back with the window.
  if (isInLab(context.workspaceState)) load().catch(() => undefined);
}
