import type { StrayArgument } from '../../../documents/commandLine';
import type { SourceText } from '../../../text/sourceText';
import type { Draft } from '../../rule';
import { hasOpenQuote } from './openQuote';

/**
 * Returns what is wrong with two backslashes at the end of a line, as they stand in a heredoc that a shell writes: elsewhere
 * they are a word, and the line does not go on. Undefined for any other word.
 */
export function doubledBackslash(source: SourceText, { range }: StrayArgument): Omit<Draft, 'params'> | undefined {
  const first = source.lineAt(range.start);
  if (!endsDoubled(source, first) || range.end !== endOf(source, first)) return undefined;
  const edits = [];
  let last = first;
  for (; endsDoubled(source, last); last += 1) {
    const end = endOf(source, last);
    edits.push({ path: source.path, range: { start: end - 1, end }, newText: '' });
  }
  const joined = source.slice({ start: range.start, end: endOf(source, Math.min(last, source.lineStarts.length - 1)) });
  const fixes = hasOpenQuote(joined) ? [] : [{ title: 'single', safe: false, edits }];
  return { path: source.path, range, message: 'doubled', fixes };
}

function endsDoubled(source: SourceText, line: number): boolean {
  return line < source.lineStarts.length && /(?:^|[^\\])\\\\$/.test(source.slice(source.lineRange(line)));
}

function endOf(source: SourceText, line: number): number {
  return source.lineRange(line).end;
}
