import type { Range } from '../../text/range';

/** `kubectl certificate approve` as a script runs it. */
export interface CsrApprovalDocument {
  readonly type: 'csr-approval';
  /** The whole command. */
  readonly range: Range;
  /** `certificate approve`. */
  readonly headRange: Range;
  readonly requests: ApprovedRequests;
  /** `endlessly` in a loop that nothing ends; `unknown` where the script does not tell. */
  readonly runs: 'once' | 'endlessly' | 'unknown';
}

/** Which requests a command approves: those it names, or those it finds when it runs. */
export type ApprovedRequests =
  | { readonly type: 'named'; readonly names: readonly string[] }
  | {
      /** `some`: it looks for something in them that only a running cluster tells. */
      readonly type: 'every' | 'some';
      /** What the requests that it looks for are good for; undefined for whichever. */
      readonly purpose: 'client' | 'serving' | undefined;
    };
