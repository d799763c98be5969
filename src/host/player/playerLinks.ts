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
  const { scenario, step, ...world } = place;
  const isForked = world.release !== undefined || world.whatIfs.length > 0;
  await player.open({ scenario, ...(step !== undefined && { step }), ...(isForked && { world }) });
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
  const { release, whatIfs = [] } = player.world ?? {};
  const step = steps[place.step]?.step;
  const link = deepLink({ scenario, step, ...(release !== undefined && { release }), whatIfs });
  await vscode.env.clipboard.writeText(`${vscode.env.uriScheme}://${extensionId}${link}`);
  vscode.window.setStatusBarMessage(hostText('host.linkCopied'), 5000);
}
