import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import type { NewClusterRoleBinding, RbacInsertion } from '../document';
import { optionsOf, type KubectlCall } from './kubectlCall';

/** Options that say which cluster, and as whom. */
const CONNECTION =
  /^(?:kubeconfig|context|cluster|server|as|token|certificate-authority|client-certificate|client-key)$/;

/** What may stand behind a command in its line, so that the next line runs just as this one does. */
const HARMLESS_REST: ReadonlySet<string> = new Set(['', ';', '||true', '||:']);

/** Returns the place behind a kubectl command where another one can follow, written as this one is. */
export function kubectlInsertion(source: SourceText, call: KubectlCall): RbacInsertion {
  return {
    syntax: 'kubectl',
    add(binding) {
      const { range, lineEnd, nesting, redirections, words } = call.command;
      const indentation = indentationOf(source, range.start);
      const rest = source.text
        .slice(range.end, lineEnd)
        .replace(/#.*/, '')
        .replaceAll(/[\s\\]/g, '');
      if (nesting !== 'none' || indentation === undefined || redirections.some(({ heredoc }) => heredoc))
        return undefined;
      if (words.some(({ hasOpenQuote }) => hasOpenQuote)) return undefined;
      const text = HARMLESS_REST.has(rest) ? commandText(source, call, binding) : undefined;
      if (text === undefined) return undefined;
      const newText = `${source.lineEnding}${indentation}${text}`;
      return [{ path: source.path, range: { start: lineEnd, end: lineEnd }, newText }];
    },
  };
}

/** Returns the blanks in front of a command; undefined for one that does not begin its line. */
export function indentationOf(source: SourceText, start: number): string | undefined {
  const lineStart = Math.max(source.lineStarts[source.lineAt(start)] ?? 0, source.contentStart);
  const before = source.text.slice(lineStart, start);
  const continues = /\\\r?\n$/.test(source.text.slice(Math.max(lineStart - 3, 0), lineStart));
  return /^[ \t]*$/.test(before) && !continues ? before : undefined;
}

function commandText(
  source: SourceText,
  call: KubectlCall,
  { name, roleName, subjectKind, subjectName }: NewClusterRoleBinding,
): string | undefined {
  const [create] = call.names;
  const values = [name, roleName, subjectName].map(wordOf);
  if (!create || values.some((value) => value === undefined)) return undefined;
  const [nameText = '', roleText = '', subjectText = ''] = values;
  const head = source.text.slice(call.command.range.start, create.range.end);
  const separator = optionsOf(call, 'clusterrole', 'verb')[0]?.separator ?? '=';
  const subject = subjectKind.toLowerCase();
  const connection = call.options.filter(
    ({ name: option, range }) => CONNECTION.test(option) && range.start > create.range.end,
  );
  const options = [
    `--clusterrole${separator}${roleText}`,
    `--${subject}${separator}${subjectText}`,
    ...connection.map(({ range }) => source.slice(range)),
  ];
  return [`${head} clusterrolebinding ${nameText}`, ...options].join(gapOf(source, call));
}

function wordOf(text: string): string | undefined {
  if (/^[\w./:@][\w./:=,@%+-]*$/.test(text)) return text;
  return /^[^-'\r\n][^'\r\n]*$/.test(text) ? `'${text}'` : undefined;
}

/** What stands in front of the first option behind the name: a blank, or a continued line. */
function gapOf(source: SourceText, { command, names, options }: KubectlCall): string {
  const end = names.at(-1)?.range.end ?? command.range.start;
  const first = options.find(({ range }) => range.start >= end);
  const gap: Range = { start: end, end: first?.range.start ?? end };
  const text = source.slice(gap);
  return /^[ \t]*\\\r?\n[ \t]*$/.test(text) ? text : ' ';
}
