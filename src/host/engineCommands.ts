import * as vscode from 'vscode';
import type { CommandHandler, EngineCommand } from './engineCommandIds';
import { checkFolder } from './checkFolder';
import { fixFolder } from './fixFolder';
import { readPlayerRequest } from './links';
import { playFiles } from './player/playFiles';
import { copyLink } from './player/playerLinks';
import { openSample } from './samples/openSample';
import { selectKubernetesVersion } from './selectKubernetesVersion';
import { SECTION } from './section';
import { showRule } from './showRule';
import { whatAmISeeing } from './symptoms/whatAmISeeing';
import type { CommandParts } from './commandParts';

/** Returns what each command does. */
export function createCommands(parts: CommandParts): Readonly<Record<EngineCommand, CommandHandler>> {
  const { context, kubernetes, lab, player, progress, rulePages, samples, workspaceCheck } = parts;
  return {
    'tlsBootstrap.playFiles': (file) => playFiles(parts, file),
    'tlsBootstrap.openPlayer': (request) => player.open(readPlayerRequest(request)),
    'tlsBootstrap.player.step': () => {
      player.transport('step');
    },
    'tlsBootstrap.player.back': () => {
      player.transport('back');
    },
    'tlsBootstrap.player.playPause': () => {
      player.transport('play');
    },
    'tlsBootstrap.player.replay': () => {
      player.transport('replay');
    },
    'tlsBootstrap.player.first': () => {
      player.transport('first');
    },
    'tlsBootstrap.player.last': () => {
      player.transport('last');
    },
    'tlsBootstrap.player.transcript': () => showTranscript(parts),
    'tlsBootstrap.player.copyLink': () => copyLink(player, context.extension.id),
    'tlsBootstrap.openSample': () => openSample(samples),
    'tlsBootstrap.openWalkthrough': () => openWalkthrough(context.extension.id),
    'tlsBootstrap.showRule': (rule) => showRule(rulePages, progress, rule),
    'tlsBootstrap.whatAmISeeing': (symptom) => whatAmISeeing(parts, symptom),
    'tlsBootstrap.selectKubernetesVersion': () => selectKubernetesVersion(kubernetes.releases, progress),
    'tlsBootstrap.fixFolder': (file) => fixFolder(parts, file),
    'tlsBootstrap.checkFolder': (file) => checkFolder(parts, file),
    'tlsBootstrap.checkWorkspace': () => workspaceCheck.run(),
    'tlsBootstrap.lab.open': (exercise) => lab.open(idOf(exercise)),
    'tlsBootstrap.lab.next': () => lab.next(),
    'tlsBootstrap.lab.hint': () => lab.hint(),
    'tlsBootstrap.lab.check': () => lab.check(),
    'tlsBootstrap.lab.reset': () => lab.reset(),
    'tlsBootstrap.silenceEverywhere': (rule) => silence(rule, vscode.ConfigurationTarget.Global),
    'tlsBootstrap.silenceInWorkspace': (rule) => silence(rule, vscode.ConfigurationTarget.Workspace),
  };
}

async function showTranscript({ player, transcripts }: CommandParts): Promise<void> {
  if (player.place) await transcripts.show(player.place.play);
}

/** An exercise is named by its id, or by its entry in the tree. */
function idOf(argument: unknown): unknown {
  return typeof argument === 'object' && argument !== null && 'id' in argument ? argument.id : argument;
}

async function openWalkthrough(extensionId: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#bootstrap`, false);
}

async function silence(rule: unknown, where: vscode.ConfigurationTarget): Promise<void> {
  if (typeof rule !== 'string') return;
  const settings = vscode.workspace.getConfiguration(SECTION);
  await settings.update(`rules.${rule}.severity`, 'off', where);
}
