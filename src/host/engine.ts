import * as vscode from 'vscode';
import { createKubernetes } from '../core/kubernetes/kubernetes';
import { kubernetesData } from '../core/kubernetes/kubernetesData';
import { ClusterTree } from './cluster/clusterTree';
import { SummaryStatus } from './cluster/summaryStatus';
import { ClusterFolders } from './clusterFolders';
import { ClusterProblems } from './clusterProblems';
import { followClusterSettings } from './clusterSettings';
import { CodeActions } from './codeActions';
import type { CommandHandler, EngineCommand } from './engineCommandIds';
import { Diagnostics } from './diagnostics';
import { CodeLenses } from './codeLenses';
import { createCommands } from './engineCommands';
import { FilePlays } from './filePlays';
import { Hovers } from './hovers';
import { Lab } from './lab/lab';
import { Player } from './player/player';
import { openLink } from './player/playerLinks';
import { registerScenarioFiles } from './player/scenarioFiles';
import { Transcripts } from './player/transcripts';
import { TargetStatus } from './targetStatus';
import { followLanguage } from './texts';
import { WorkspaceCheck } from './workspaceCheck';
import type { EngineParts } from './engineParts';

/** Everything that is not needed before the first file of ours, or the first command. */
export interface Engine {
  readonly commands: Readonly<Record<EngineCommand, CommandHandler>>;
  /** Takes over a player's panel that the editor has brought back. */
  restorePlayer(panel: vscode.WebviewPanel, state: unknown): void;
  /** Opens the player where a link from outside leads. */
  openLink(uri: vscode.Uri): Promise<void>;
}

/** Registers all that judges files, and looks at the files that are open. */
export async function startEngine(parts: EngineParts): Promise<Engine> {
  const { context, log, progress, samples } = parts;
  await followLanguage(context);
  const kubernetes = createKubernetes(kubernetesData);
  context.subscriptions.push(followClusterSettings());
  const folders = new ClusterFolders(kubernetes, log);
  const diagnostics = new Diagnostics(folders, log);
  const workspaceCheck = new WorkspaceCheck({ kubernetes, folders, diagnostics, log });
  const plays = new FilePlays(log);
  const status = new TargetStatus(folders);
  const clusterProblems = new ClusterProblems(log);
  const clusterTree = new ClusterTree(folders, diagnostics);
  const player = new Player({ extensionUri: context.extensionUri, folders, plays, kubernetes, log, progress });
  const transcripts = new Transcripts();
  const lab = new Lab({ context, kubernetes, progress, samples });
  context.subscriptions.push(
    clusterTree,
    new SummaryStatus(diagnostics, plays),
    new CodeLenses(diagnostics, plays),
    clusterProblems,
    lab,
    player,
    status,
    workspaceCheck,
    plays,
    diagnostics,
    folders,
    transcripts,
    registerScenarioFiles(),
    vscode.languages.registerCodeActionsProvider(
      { scheme: '*' },
      new CodeActions(folders, diagnostics, plays),
      CodeActions.metadata,
    ),
    vscode.languages.registerHoverProvider({ scheme: '*' }, new Hovers(folders, diagnostics, plays, kubernetes)),
    diagnostics.onDidPublish((view) => {
      status.show(view);
    }),
  );
  folders.start();
  return {
    commands: createCommands({ ...parts, kubernetes, folders, plays, lab, player, transcripts, workspaceCheck }),
    restorePlayer: (panel, state) => {
      player.restore(panel, state);
    },
    openLink: (uri) => openLink(player, uri),
  };
}
