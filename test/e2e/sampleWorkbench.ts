import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copySample } from '../editor/sample';
import { openWorkbench, type Workbench } from '../editor/workbench';
import { vsixFile } from '../package/vsixFile';

/** VS Code with the packaged extension on a copy of a sample cluster. */
export interface SampleWorkbench {
  readonly workbench: Workbench;
  /** Returns the text of a file of the copy, as it is on disk. */
  readonly read: (name: string) => Promise<string>;
}

/** Opens a copy of `media/samples/<sample>`; the copy goes away with the editor. */
export async function openSample(sample: string): Promise<SampleWorkbench> {
  const { root, folder } = await copySample(sample);
  const workbench = await openWorkbench({
    folder,
    vsix: [vsixFile],
    remove: [root],
    viewport: { width: 1440, height: 960 },
  });
  return { workbench, read: (name) => readFile(join(folder, name), 'utf8') };
}
