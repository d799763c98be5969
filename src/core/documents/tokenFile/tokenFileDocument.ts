import type { Range } from '../../text/range';
import type { TokenText } from '../secretText';

/** One field of a row, quotes undone. `range` is the field as written, quotes included. */
export interface TokenField<T = string> {
  readonly value: T;
  readonly range: Range;
  readonly templated: boolean;
}

/** One row of a `--token-auth-file`: token, user name, user uid, and groups parted by commas in one field. */
export interface TokenRow {
  /** Undefined when blank: kube-apiserver skips the row. */
  readonly token: TokenField<TokenText> | undefined;
  readonly user: TokenField | undefined;
  readonly uid: TokenField | undefined;
  /** The fourth field as a whole; undefined when there is none. */
  readonly groupList: TokenField | undefined;
  /** The names in it, each with its own place, blanks kept as kube-apiserver keeps them. */
  readonly groups: readonly TokenField[];
  /** Fields behind the fourth, which nobody reads: usually groups that are not quoted together. */
  readonly extra: readonly TokenField[];
  /** How many fields kube-apiserver sees; below three it does not start. */
  readonly columns: number;
  /** Place of a quote that Go's CSV reader refuses: kube-apiserver does not start. */
  readonly badQuote: Range | undefined;
  /** An earlier row with the same token, which this one replaces. */
  readonly replaces: TokenRow | undefined;
  readonly range: Range;
}

/** A static token file (`token.csv`: kubernetes apiserver, token/tokenfile/tokenfile.go). */
export interface TokenFileDocument {
  readonly type: 'token-file';
  readonly range: Range;
  readonly headRange: Range;
  /** In the order written, blank lines left out; of rows with one token the last wins. */
  readonly rows: readonly TokenRow[];
}
