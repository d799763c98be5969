import * as vscode from 'vscode';
import type { LabFile } from '../../core/lab/labFile';
import type { ClusterFolders } from '../clusterFolders';
import { SAMPLE_SCHEME } from '../samples/sampleScheme';
import { LAB_FOLDER } from '../samples/sampleTexts';

/** Returns the folder of an exercise in the file system of the samples. */
export function exerciseFolder(exercise: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SAMPLE_SCHEME, path: `${LAB_FOLDER}/${exercise}` });
}

/** Returns the id of the exercise that a file belongs to; undefined for any other file. */
export function exerciseOf({ scheme, path }: vscode.Uri): string | undefined {
  if (scheme !== SAMPLE_SCHEME || !path.startsWith(`${LAB_FOLDER}/`)) return undefined;
  return path.slice(LAB_FOLDER.length + 1).split('/')[0];
}

/** Returns the files of an exercise as the reader sees them, unsaved changes included. */
export async function filesOfExercise(exercise: string, folders: ClusterFolders): Promise<readonly LabFile[]> {
  const hold = folders.hold(exerciseFolder(exercise));
  try {
    const { files } = await hold.folder.view();
    return files.map(({ parsed: { source } }) => ({ path: source.path, text: source.text }));
  } finally {
    hold.dispose();
  }
}
