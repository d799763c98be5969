import type { SourceText } from '../../text/sourceText';
import type { EmbeddedFile } from '../embedded/embeddedFile';
import { encodedText, scalarText } from '../embedded/scalarText';
import { itemsOf, scalarOf, valueAt, valueOf, type YamlNode } from '../yaml/node';
import { scriptsIn } from './scripts';
import { unitFiles } from './unitFiles';

const FIRST_LINE = /^\uFEFF?(?:## template:[^\n]*\n)?#cloud-config/;

/** Returns the files that cloud-init writes: `write_files`, the units of CoreOS, and the commands it runs; else nothing. */
export function cloudInitFiles(source: SourceText, root: YamlNode): readonly EmbeddedFile[] {
  if (!FIRST_LINE.test(source.text)) return [];
  return [
    ...writtenFiles(source, valueOf(root, 'write_files')),
    ...unitFiles(source, valueAt(root, ['coreos', 'units']), 'content'),
    ...scriptsIn(source, valueOf(root, 'bootcmd'), 'bootcmd.sh'),
    ...scriptsIn(source, valueOf(root, 'runcmd'), 'runcmd.sh'),
  ];
}

/** Returns the files of a list of `path`, `content` and `encoding`, as cloud-init and Cluster API have them. */
export function writtenFiles(source: SourceText, files: YamlNode | undefined): readonly EmbeddedFile[] {
  return itemsOf(files).flatMap((file) => {
    const path = scalarOf(file, 'path')?.value;
    const content = scalarOf(file, 'content');
    const encoding = scalarOf(file, 'encoding')?.value ?? 'text/plain';
    if (path === undefined || !content) return [];
    const isEncoded = encoding === 'b64' || encoding === 'base64';
    if (!isEncoded && encoding !== 'text/plain') return [];
    const text = isEncoded ? encodedText(source, content) : scalarText(source, content);
    return text ? [{ path, ...text }] : [];
  });
}
