import * as vscode from 'vscode';
import { deepLink, readDeepLink } from '../../core/protocol/deepLink';
import { hostText } from '../texts';
import type { Player } from './player';
import { WORKSPACE } from './plays';

/** Opens the player where a link from outside leads; says so when the link leads nowhere. */
export async function openLink(player: Player, { path, query }: vscode.Uri): Promise<void> {
  const place = readDeepLink(path, query);
  if (!place) {
    void vscode.window.showInformationMessage(hostText('host.badLink'));
    return;
  }
  const { scenario, step } = place;
  await player.open({ scenario, ...(step !== undefined && { step }) });
}

/** Puts a link to the player's place on the clipboard. Own files have none: they are nowhere else. */
export async function copyLink(player: Player, extensionId: string): Promise<void> {
  const { place } = player;
  if (!place) return;
  const { scenario, steps } = place.play;
  if (scenario === WORKSPACE) {
    void vscode.window.showInformationMessage(hostText('host.noLink'));
    return;
  }
  const link = deepLink({ scenario, step: steps[place.step]?.step });
  await vscode.env.clipboard.writeText(`${vscode.env.uriScheme}://${extensionId}${link}`);
  vscode.window.setStatusBarMessage(hostText('host.linkCopied'), 5000);
}
