import type { Cluster } from '../cluster/cluster';
import type { Located } from '../documents/rbacObject';
import { scalarText } from '../documents/yaml/layout';
import type { TextEdit } from '../text/edit';

/** Returns the edit that gives a scalar of YAML or JSON another text; nothing when it says so already. */
export function replaceText(
  { files }: Cluster,
  path: string,
  written: Located<string>,
  text: string,
): readonly TextEdit[] {
  if (written.value === text) return [];
  const source = files.find((file) => file.source.path === path)?.source;
  const isQuoted = source?.text[written.range.start] === '"';
  return [{ path, range: written.range, newText: isQuoted ? JSON.stringify(text) : scalarText(text) }];
}
