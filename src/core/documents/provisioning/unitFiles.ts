import type { SourceText } from '../../text/sourceText';
import type { EmbeddedFile } from '../embedded/embeddedFile';
import { scalarText } from '../embedded/scalarText';
import { itemsOf, scalarOf, valueOf, type YamlNode } from '../yaml/node';

const FOLDER = '/etc/systemd/system';

/** Returns the units of a list with their drop-ins, by the paths they get; `key` is what holds their text. */
export function unitFiles(
  source: SourceText,
  units: YamlNode | undefined,
  key: 'content' | 'contents',
): readonly EmbeddedFile[] {
  return itemsOf(units).flatMap((unit) => {
    const name = scalarOf(unit, 'name')?.value;
    if (name === undefined) return [];
    const dropIns = valueOf(unit, 'dropins') ?? valueOf(unit, 'drop-ins');
    return [
      ...fileAt(source, unit, key, FOLDER),
      ...itemsOf(dropIns).flatMap((dropIn) => fileAt(source, dropIn, key, `${FOLDER}/${name}.d`)),
    ];
  });
}

function fileAt(source: SourceText, node: YamlNode, key: string, folder: string): readonly EmbeddedFile[] {
  const name = scalarOf(node, 'name')?.value;
  const scalar = scalarOf(node, key);
  const text = scalar && scalarText(source, scalar);
  return text && name !== undefined ? [{ path: `${folder}/${name}`, ...text }] : [];
}
