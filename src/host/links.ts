import * as vscode from 'vscode';
import { markdownText } from '../core/messages/markdownText';
import { isFlowStepId, type FlowStepId } from '../core/flow/flowStep';
import type { World } from '../core/protocol/messages';
import { listOf, text } from '../core/protocol/shape';
import type { EngineCommand } from './engineCommandIds';

/** A command with its arguments, for an action or a link in a hover. */
export interface CommandLink {
  readonly command: EngineCommand;
  readonly arguments: readonly unknown[];
}

/** What a link, a keybinding or a walkthrough may ask of the player. Everything left out stays as it is. */
export interface PlayerRequest {
  /** Id of a built-in scenario, or `workspace`. */
  readonly scenario?: string;
  /** Folder whose files are played, as a URI. */
  readonly folder?: string;
  readonly step?: FlowStepId;
  /** 1 for the first step of that id; without it the one that fails, else the first. */
  readonly occurrence?: number;
  /** Release and settings to fork to; ids, checked where they are used. */
  readonly world?: Omit<World, 'fork'>;
}

/** Returns the command that plays a folder's files from a step: that of a finding, or one of their play. */
export function playerLink(folder: vscode.Uri, step: FlowStepId, occurrence?: number): CommandLink {
  const which = { step, ...(occurrence !== undefined && { occurrence }) };
  const request: PlayerRequest = { scenario: 'workspace', folder: folder.toString(), ...which };
  return { command: 'tlsBootstrap.openPlayer', arguments: [request] };
}

/** Returns the command that plays a built-in scenario from a step. */
export function scenarioLink(scenario: string, step: FlowStepId): CommandLink {
  const request: PlayerRequest = { scenario, step };
  return { command: 'tlsBootstrap.openPlayer', arguments: [request] };
}

/** Returns the command that shows a rule's page. */
export function rulePageLink(rule: string): CommandLink {
  return { command: 'tlsBootstrap.showRule', arguments: [rule] };
}

/** A link with the words to click on. */
export interface TitledLink {
  readonly title: string;
  readonly link: CommandLink;
}

/** Returns Markdown with links below it in one line, which may run their commands and no others. */
export function trusted(links: readonly TitledLink[], text = ''): vscode.MarkdownString {
  const line = links.map(({ title, link }) => `[${markdownText(title)}](${commandUri(link).toString()})`).join(' · ');
  const markdown = new vscode.MarkdownString([text, line].filter((part) => part !== '').join('\n\n'));
  markdown.isTrusted = { enabledCommands: [...new Set(links.map(({ link }) => link.command))] };
  return markdown;
}

/** Returns the address of a command for a link in trusted Markdown. */
export function commandUri({ command, arguments: given }: CommandLink): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(given))}`);
}

/** Returns what an argument from a link asks of the player; what is not understood is left out. */
export function readPlayerRequest(argument: unknown): PlayerRequest {
  if (typeof argument !== 'object' || argument === null) return {};
  const { scenario, folder, step, occurrence, release, whatIfs } = argument as Readonly<Record<string, unknown>>;
  const world = {
    ...(typeof release === 'string' && { release }),
    whatIfs: listOf(text)(whatIfs) ? (whatIfs as string[]) : [],
  };
  return {
    ...(typeof scenario === 'string' && { scenario }),
    ...(typeof folder === 'string' && { folder }),
    ...(typeof step === 'string' && isFlowStepId(step) && { step }),
    ...(typeof occurrence === 'number' && { occurrence }),
    ...((world.release !== undefined || world.whatIfs.length > 0) && { world }),
  };
}
