import type { ComponentInView } from '../../../cluster/cluster';
import { isAtLeast, type Release } from '../../../kubernetes/release';
import type { TextEdit } from '../../../text/edit';
import { commandLineOf, commandLineToExtend } from '../../commandLineToExtend';

/** Returns the flag that lets bootstrap tokens in at a release, and the edits that set it where it is written or belongs. */
export function switchOnBootstrapTokens(
  apiServer: ComponentInView,
  release: Release,
): { readonly flag: string; readonly edits: readonly TextEdit[] | undefined } {
  const flag = isAtLeast(release, '1.8') ? 'enable-bootstrap-token-auth' : 'experimental-bootstrap-token-auth';
  if (!isAtLeast(release, '1.6')) return { flag, edits: undefined };
  const written = apiServer.flags(flag).at(-1)?.value;
  const edits = written
    ? commandLineOf(apiServer, written)?.value.editor.setValue(written, 'true')
    : commandLineToExtend(apiServer)?.value.editor.add(`--${flag}`);
  return { flag, edits };
}
