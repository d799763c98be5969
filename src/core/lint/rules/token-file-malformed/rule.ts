import type { ParsedFile } from '../../../documents/document';
import type { TokenRow } from '../../../documents/tokenFile/tokenFileDocument';
import type { SourceText } from '../../../text/sourceText';
import type { Draft, DraftFix, FileRule } from '../../rule';

export const rule: FileRule = {
  id: 'token-file-malformed',
  group: 'B',
  severity: 'error',
  scope: 'file',
  lifeCycle: false,
  step: 'authenticate',
  messages: {
    columns:
      'kube-apiserver does not start: a row needs at least 3 columns (token, user name, user uid), and this has {count}.',
    quote: 'kube-apiserver does not start: this quote stands where its CSV reader takes none.',
    unquoted:
      'Only the first group is read, the rest are columns nobody looks at: the user is never in these groups, and bindings to them give it nothing.',
    duplicate: 'This row has the token of an earlier one, which is never used again: of equal tokens the last wins.',
    earlier: 'The earlier row with this token.',
    quoteGroups: 'Put the groups in one pair of quotes',
  },
  check: (file) =>
    file.documents.flatMap((document) =>
      document.type === 'token-file' ? document.rows.flatMap((row) => checkRow(file, row)) : [],
    ),
};

/** Behaviour `token.csv`. One row is one cause: what stops kube-apiserver comes first. */
function checkRow({ source }: ParsedFile, row: TokenRow): readonly Draft[] {
  const { path } = source;
  const { badQuote, columns, token, extra, replaces } = row;
  if (isTemplated(row)) return [];
  if (badQuote) return [{ path, range: badQuote, message: 'quote' }];
  if (columns < 3) return [{ path, range: row.range, message: 'columns', params: { count: String(columns) } }];
  const drafts: Draft[] = [];
  const [first] = extra;
  if (first) {
    const range = { start: first.range.start, end: extra.at(-1)?.range.end ?? first.range.end };
    drafts.push({ path, range, message: 'unquoted', severity: 'warning', fixes: quoteGroups(source, row) });
  }
  if (token && replaces) {
    const related = [{ path, range: replaces.range, message: 'earlier' }];
    drafts.push({ path, range: token.range, message: 'duplicate', severity: 'warning', related });
  }
  return drafts;
}

/** A template may write commas of its own. */
function isTemplated({ token, user, uid, groupList, extra }: TokenRow): boolean {
  return [token, user, uid, groupList, ...extra].some((field) => field?.templated === true);
}

function quoteGroups(source: SourceText, { groupList, extra }: TokenRow): readonly DraftFix[] {
  const last = extra.at(-1);
  if (!groupList || !last) return [];
  const range = { start: groupList.range.start, end: last.range.end };
  const text = source.slice(range);
  if (!/^[^\s"]+$/.test(text)) return [];
  return [{ title: 'quoteGroups', safe: true, edits: [{ path: source.path, range, newText: `"${text}"` }] }];
}
