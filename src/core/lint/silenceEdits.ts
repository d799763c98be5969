import type { ParsedFile } from '../documents/document';
import type { TextEdit } from '../text/edit';
import type { Finding } from './finding';
import { isJson } from './silencing';

/**
 * Returns the edits that silence a finding's rule by a comment: on the line the finding starts on, or in the whole file.
 * Undefined where no comment can stand: in JSON.
 */
export function silenceEdits(
  file: ParsedFile,
  finding: Pick<Finding, 'rule' | 'range'>,
  where: 'line' | 'file',
): readonly TextEdit[] | undefined {
  if (isJson(file)) return undefined;
  const { source, documents } = file;
  const commands = documents.flatMap((document) => (document.type === 'flags' ? document.commandLines : []));
  const value = commands.find(
    ({ variable, range }) =>
      variable !== undefined && range.start <= finding.range.start && finding.range.start <= range.end,
  );
  const line = commandStart(file, source.lineAt(value?.headRange.start ?? finding.range.start));
  const start = where === 'file' ? fileStart(file) : Math.max(source.lineRange(line).start, source.contentStart);
  const indent = where === 'file' ? '' : (/^[ \t]*/.exec(source.text.slice(start))?.[0] ?? '');
  const directive = where === 'file' ? 'tls-bootstrap-disable' : 'tls-bootstrap-disable-next-line';
  const newText = `${indent}# ${directive} ${finding.rule}${source.lineEnding}`;
  return [{ path: source.path, range: { start, end: start }, newText }];
}

/** In a script a comment between continued lines would end the command. */
function commandStart({ kind, source }: ParsedFile, line: number): number {
  let first = line;
  while (kind === 'shell-script' && first > 0 && source.slice(source.lineRange(first - 1)).endsWith('\\')) first -= 1;
  return first;
}

/** Behind the line that names the shell, which has to be the first one. */
function fileStart({ source }: ParsedFile): number {
  const isScript = source.text.startsWith('#!', source.contentStart);
  return isScript ? (source.lineStarts[1] ?? source.contentStart) : source.contentStart;
}
