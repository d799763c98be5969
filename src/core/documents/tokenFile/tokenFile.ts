import type { SourceText } from '../../text/sourceText';
import type { FileKind } from '../document';
import { readTokenRows } from './readTokenRows';
import type { TokenField, TokenRow } from './tokenFileDocument';

const TOKEN_FILE_NAME = /(?:^|[/\\])(?:known_)?tokens?[\w.-]*\.csv(?:\.(?:j2|tpl|tmpl|erb))?$/i;

const OTHER_NAME = /(?:\.csv|(?:^|[/\\])[^./\\]+)$/i;

/** Users and groups that recipes give the token of a bootstrap kubeconfig. */
const BOOTSTRAP_IDENTITY = /^(?:system:bootstrappers(?::.*)?|system:kubelet-bootstrap|kubelet-bootstrap)$/;

/** What `--token-auth-file` names: rows of token, user, uid and groups. */
export const tokenFile: FileKind = {
  id: 'token-file',
  patterns: ['**/{token,tokens,known_tokens}*.csv'],

  recognise: (source) => TOKEN_FILE_NAME.test(source.path) || (OTHER_NAME.test(source.path) && startsWithRow(source)),

  parse(source) {
    const { rows, templates } = readTokenRows(source);
    const head = rows[0];
    if (!head || !isTokenFile(source, rows)) return { documents: [], problems: [], notes: [] };
    return {
      documents: [
        {
          type: 'token-file',
          range: { start: source.contentStart, end: source.text.length },
          headRange: head.user?.range ?? head.range,
          rows,
        },
      ],
      problems: [],
      notes: templates > 0 ? [{ type: 'templated', count: templates }] : [],
    };
  },
};

/** A file of any other name must begin like a token file, and name somebody who bootstraps. */
function startsWithRow({ text, contentStart }: SourceText): boolean {
  const first = text.slice(contentStart, contentStart + 300);
  return /^[^\s,]+,[^,\r\n]+,/.test(first) && text.includes('bootstrap');
}

function isTokenFile({ path }: SourceText, rows: readonly TokenRow[]): boolean {
  const likely = rows.filter(isLikely).length;
  if (TOKEN_FILE_NAME.test(path)) return likely > 0 && likely * 2 >= rows.length;
  return likely === rows.length && rows.some(isForBootstrap);
}

/** A token is long and without blanks, a user has a name: word lists and measurements are neither. */
function isLikely({ token, user }: TokenRow): boolean {
  if (!token || !user) return false;
  return (token.templated || token.value.whole.matches(/^(?!\d+$)[^\s,]{8,}$/)) && isName(user);
}

function isName({ value, templated }: TokenField): boolean {
  return templated || /^[A-Za-z][^\s,]*$/.test(value);
}

function isForBootstrap({ user, groups }: TokenRow): boolean {
  return [user, ...groups].some((field) => field !== undefined && BOOTSTRAP_IDENTITY.test(field.value));
}
