import type { SourceText } from '../../text/sourceText';
import type { TextEdit } from '../../text/edit';
import { indentationOf } from './kubectlInsertion';
import type { KubectlCall } from './kubectlCall';
import type { ShellCommand } from './shellCommand';

/** `| kubectl apply -f -` goes with the command that makes its object. */
const HANDED_ON = /^\| ?(?:sudo )?kubectl [^|;&#]*/;

/** What may stand behind a command in its line. */
const FORGIVES = /^(?:\|\| ?(?:true|:))? ?;?(?: ?#.*)?$/;

/** Lines behind which a list of commands begins, and with which it ends. */
const OPENS = /(?:^|[\s;])(?:then|do|else|\{)$|^[^\s()]+\)$|\($/;
const CLOSES = /^(?:(?:fi|done|else|elif|esac)\b|[})]|;;)/;

/** A line that goes on with the command below it. */
const GOES_ON = /(?:&&|\||\b(?:if|elif|while|until)|!)$/;

/**
 * Returns the edit that removes a kubectl command with its lines; undefined where other commands stand in them or depend on it, and
 * where nothing would be left between `then` and `fi`.
 */
export function kubectlRemoval(source: SourceText, { command }: KubectlCall): readonly TextEdit[] | undefined {
  if (!hasOwnLines(source, command)) return undefined;
  const first = source.lineAt(command.range.start);
  const last = source.lineAt(command.lineEnd);
  const before = codeLine(source, first, -1);
  const after = codeLine(source, last, 1);
  const isNeeded =
    before === '' && after === '' ? source.outer !== undefined : OPENS.test(before) && CLOSES.test(after);
  if (isNeeded || GOES_ON.test(before) || after.includes('$?')) return undefined;
  const start = Math.max(source.lineStarts[first] ?? 0, source.contentStart);
  const end = source.lineStarts[last + 1] ?? source.text.length;
  return [{ path: source.path, range: { start, end }, newText: '' }];
}

function hasOwnLines(source: SourceText, { range, lineEnd, nesting, redirections, words }: ShellCommand): boolean {
  const hasHeredoc = redirections.some(({ heredoc }) => heredoc);
  const isOpen = words.some(({ hasOpenQuote }) => hasOpenQuote);
  if (nesting !== 'none' || hasHeredoc || isOpen || indentationOf(source, range.start) === undefined) return false;
  const rest = source.text
    .slice(range.end, lineEnd)
    .replaceAll(/\\\r?\n|[ \t]+/g, ' ')
    .trim();
  return FORGIVES.test(rest.replace(HANDED_ON, '').trim());
}

/** The nearest line above or below that holds a command, without blanks and comments around it; empty when there is none. */
function codeLine(source: SourceText, line: number, step: 1 | -1): string {
  for (let at = line + step; at >= 0 && at < source.lineStarts.length; at += step) {
    const text = source
      .slice(source.lineRange(at))
      .replace(/(?:^|[ \t])#.*/, '')
      .trim();
    if (text !== '') return text;
  }
  return '';
}
