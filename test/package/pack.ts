import { createVSIX } from '@vscode/vsce';
import { vsixFile } from './vsixFile';

// The bundles hold everything, so no dependency is packed; links in the README stay as they are written.
await createVSIX({
  packagePath: vsixFile,
  dependencies: false,
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
});
