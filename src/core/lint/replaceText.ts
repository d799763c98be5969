import type { Cluster } from '../cluster/cluster';
import type { Located } from '../documents/rbacObject';
import { scalarText } from '../documents/yaml/layout';
import type { TextEdit } from '../text/edit';

/** A word in one piece: quotes of a shell may stand in the midst of it. */
const IN_ONE_PIECE = /^(?:"[^"]*"|'[^']*'|[^"'\\]*)$/;

/**
 * Returns the edit that gives a scalar of YAML or JSON, or a word of a command, another text: none when it says so already,
 * undefined when it is not written in one piece.
 */
export function replaceText(
  { files }: Cluster,
  path: string,
  written: Located<string>,
  text: string,
): readonly TextEdit[] | undefined {
  if (written.value === text) return [];
  const source = files.find((file) => file.source.path === path)?.source;
  if (source && !IN_ONE_PIECE.test(source.slice(written.range))) return undefined;
  const isQuoted = source?.text[written.range.start] === '"';
  return [{ path, range: written.range, newText: isQuoted ? JSON.stringify(text) : scalarText(text) }];
}
