import type { SourceText } from '../../text/sourceText';
import type { EmbeddedFile } from '../embedded/embeddedFile';
import { scalarText } from '../embedded/scalarText';
import { itemsOf, scalarOf, valueAt, valueOf, type YamlNode } from '../yaml/node';
import { dataUrlText } from './dataUrl';
import { unitFiles } from './unitFiles';

/**
 * Returns the units and files of an Ignition config (v2 and v3), of Butane and of a Container Linux Config, which share
 * their layout; else nothing.
 */
export function ignitionFiles(source: SourceText, root: YamlNode): readonly EmbeddedFile[] {
  return [
    ...unitFiles(source, valueAt(root, ['systemd', 'units']), 'contents'),
    ...itemsOf(valueAt(root, ['storage', 'files'])).flatMap((file) => storedFile(source, file)),
  ];
}

/** What is compressed, or stands elsewhere (`contents.local`, a URL), is not read. */
function storedFile(source: SourceText, file: YamlNode): readonly EmbeddedFile[] {
  const path = scalarOf(file, 'path')?.value;
  const contents = valueOf(file, 'contents');
  const inline = scalarOf(contents, 'inline');
  const url = scalarOf(contents, 'source');
  const isCompressed = (scalarOf(contents, 'compression')?.value ?? '') !== '';
  if (path === undefined || isCompressed) return [];
  const text = inline ? scalarText(source, inline) : url && dataUrlText(source, url);
  return text ? [{ path, ...text }] : [];
}
