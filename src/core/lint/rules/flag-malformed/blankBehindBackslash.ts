import type { StrayArgument } from '../../../documents/commandLine';
import type { SourceText } from '../../../text/sourceText';
import type { Draft } from '../../rule';

/**
 * Returns what is wrong with a backslash that only blanks part from the end of its line: it is a word, and the line does
 * not go on (systemd.syntax(7)). Undefined for any other word, and where no line follows that was meant to go on.
 */
export function blankBehindBackslash(source: SourceText, { range }: StrayArgument): Omit<Draft, 'params'> | undefined {
  const { end } = source.lineRange(source.lineAt(range.start));
  const blanks = { start: range.end, end };
  if (!/\\$/.test(source.slice(range)) || !/^[ \t]+$/.test(source.slice(blanks))) return undefined;
  const edits = [{ path: source.path, range: blanks, newText: '' }];
  return { path: source.path, range, message: 'blankBehind', fixes: [{ title: 'closeGap', safe: false, edits }] };
}
