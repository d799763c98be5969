import { chosenFolder } from '../chosenFolder';
import type { CommandParts } from '../commandParts';
import { WORKSPACE } from './plays';

/** Plays the files of the folder that the command was called on, or that of the active editor. */
export async function playFiles({ folders, player }: CommandParts, argument: unknown): Promise<void> {
  const folder = await chosenFolder(folders, argument);
  if (folder) await player.open({ scenario: WORKSPACE, folder: folder.toString() });
}
