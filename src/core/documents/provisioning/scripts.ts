import type { SourceText } from '../../text/sourceText';
import type { EmbeddedFile } from '../embedded/embeddedFile';
import { scalarText } from '../embedded/scalarText';
import { itemsOf, type YamlNode } from '../yaml/node';

/** Returns the texts of a list that a shell runs, each as a script with this name. */
export function scriptsIn(source: SourceText, list: YamlNode | undefined, name: string): readonly EmbeddedFile[] {
  return itemsOf(list).flatMap((item) => scriptOf(source, item, name));
}

/** Returns a text that a shell runs as a script with this name; nothing for what is no text. */
export function scriptOf(source: SourceText, node: YamlNode | undefined, name: string): readonly EmbeddedFile[] {
  const text = node?.kind === 'scalar' ? scalarText(source, node) : undefined;
  return text ? [{ path: name, ...text }] : [];
}
