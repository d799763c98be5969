import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openWorkbench, type Workbench } from '../editor/workbench';
import { vsixPath } from '../package/vsixPath';

/** VS Code with the packaged extension on a copy of a sample cluster. */
export interface SampleWorkbench {
  readonly workbench: Workbench;
  /** Returns the text of a file of the copy, as it is on disk. */
  readonly read: (name: string) => Promise<string>;
}

/** Opens a copy of `media/samples/<sample>`; the copy goes away with the editor. */
export async function openSample(sample: string): Promise<SampleWorkbench> {
  const root = await mkdtemp(join(tmpdir(), 'sample-'));
  const folder = join(root, sample);
  await cp(join('media', 'samples', sample), folder, { recursive: true });
  const workbench = await openWorkbench({
    folder,
    vsix: [resolve(vsixPath)],
    remove: [root],
    viewport: { width: 1440, height: 960 },
  });
  return { workbench, read: (name) => readFile(join(folder, name), 'utf8') };
}
