import type { CommandLine, CutOff } from '../../../documents/commandLine';
import type { SourceText } from '../../../text/sourceText';
import type { TextEdit } from '../../../text/edit';
import type { Draft } from '../../rule';
import { hasOpenQuote } from './openQuote';

/**
 * Returns what is wrong with lines that a command has lost, told once at the first of them: systemd takes each line that
 * does not continue another for a setting of its own, and ignores those it does not know (systemd.syntax(7)).
 */
export function cutOffLines(source: SourceText, { component, cutOff }: CommandLine): readonly Draft[] {
  const first = cutOff?.lines[0];
  if (cutOff === undefined || first === undefined || endsInWord(source, cutOff)) return [];
  const { range } = first;
  const edits = lineEnds(cutOff).flatMap((end) => goOnAt(source, end));
  const isWhole = cutOff.lines.every(({ text }) => !hasOpenQuote(text));
  const fixes = isWhole ? [{ title: 'goOn', safe: false, edits }] : [];
  return [{ path: source.path, range, message: 'cutOff', params: { component }, severity: 'warning', fixes }];
}

/** A backslash with blanks behind it is a word that the component refuses: that is told there. */
function endsInWord({ text }: SourceText, { after }: CutOff): boolean {
  return text.slice(0, after).trimEnd().endsWith('\\');
}

/** The ends of all lines that another one has to follow. */
function lineEnds({ after, lines }: CutOff): readonly number[] {
  return [after, ...lines.slice(0, -1).map(({ range }) => range.end)];
}

function goOnAt({ path, text }: SourceText, end: number): readonly TextEdit[] {
  const blanks = end - text.slice(0, end).trimEnd().length;
  const isEscaped = text.charAt(end - blanks - 1) === '\\';
  if (isEscaped && blanks === 0) return [];
  return [{ path, range: { start: end - blanks, end }, newText: isEscaped ? '' : ' \\' }];
}
