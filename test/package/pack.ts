import { createVSIX } from '@vscode/vsce';
import { vsixPath } from './vsixPath';

// The bundles hold everything, so no dependency is packed; links in the README stay as they are written.
await createVSIX({
  packagePath: vsixPath,
  dependencies: false,
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
});
