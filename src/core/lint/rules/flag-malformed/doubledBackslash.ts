import type { StrayArgument } from '../../../documents/commandLine';
import type { SourceText } from '../../../text/sourceText';
import type { Draft } from '../../rule';

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
  const fixes = hasOpenQuote(source, first, last) ? [] : [{ title: 'single', safe: false, edits }];
  return { path: source.path, range, message: 'doubled', fixes };
}

/** A quote that nothing closes on its line would take in what stands behind the command. */
function hasOpenQuote(source: SourceText, first: number, last: number): boolean {
  const lines = source.lineStarts
    .slice(first, last + 1)
    .map((_, index) => source.slice(source.lineRange(first + index)));
  return lines.some((line) => (line.replaceAll(/\\./g, '').match(/["']/g) ?? []).length % 2 === 1);
}

function endsDoubled(source: SourceText, line: number): boolean {
  return line < source.lineStarts.length && /(?:^|[^\\])\\\\$/.test(source.slice(source.lineRange(line)));
}

function endOf(source: SourceText, line: number): number {
  return source.lineRange(line).end;
}
