import { join } from 'node:path';
import { projectRoot } from '../editor/cache';

/** Absolute path at which `npm run package` puts the packaged extension. */
export const vsixFile = join(projectRoot, 'dist', 'kubelet-tls-bootstrap.vsix');
