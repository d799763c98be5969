import type { Range } from '../text/range';

/** The place in a file that a value comes from. */
export interface SourceOrigin {
  readonly path: string;
  readonly range: Range;
}

/** Why a value cannot be known from the files in view. */
export type UnknownReason =
  | { readonly type: 'variable-not-in-view'; readonly name: string }
  | { readonly type: 'file-not-in-view'; readonly path: string }
  | { readonly type: 'templated'; readonly path: string }
  /** A script changes the file after writing it, in a way that is not read. */
  | { readonly type: 'changed-later'; readonly path: string }
  /** A name or a value that the component would refuse: what it meant is a guess. */
  | { readonly type: 'malformed'; readonly path: string }
  | { readonly type: 'component-not-in-view'; readonly component: string }
  | { readonly type: 'contradiction'; readonly paths: readonly string[] };

/**
 * One effective setting. `absent` means that everything that could set it is in view and does not;
 * its value is then the release's default (undefined when the release has none). Unknown is never a finding.
 */
export type Setting<T> =
  | {
      readonly state: 'set';
      readonly value: T;
      /** The name that sets it, as it stands there: `--rotate-certificates`, `rotateCertificates`. */
      readonly written: string;
      readonly origin: SourceOrigin;
    }
  | { readonly state: 'absent'; readonly value: T | undefined }
  | { readonly state: 'unknown'; readonly reasons: readonly UnknownReason[] };

/** Returns the value in force: as set, or the default when absent; undefined when unknown or without a default. */
export function valueIn<T>(setting: Setting<T>): T | undefined {
  return setting.state === 'unknown' ? undefined : setting.value;
}
