import * as vscode from 'vscode';
import type { LabFile } from '../../core/lab/labFile';
import { pathInFolder } from '../folder';
import type { Samples } from '../samples/sampleFileSystem';
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
export async function filesOfExercise(exercise: string, samples: Samples): Promise<readonly LabFile[]> {
  const folder = exerciseFolder(exercise);
  const files = await samples.files(`lab/${exercise}`);
  return Promise.all(files.map(async (file) => ({ path: pathInFolder(folder, file), text: await textNow(file) })));
}

/** Asked of the file system itself: what watchers know comes a moment later. */
async function textNow(file: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  if (open) return open.getText();
  return vscode.workspace.decode(await vscode.workspace.fs.readFile(file), { encoding: 'utf8' });
}
