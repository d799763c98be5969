import type { Evidence } from '../timeline';

/** Why a component does not start, in its own words, and the setting that does it. */
export interface StartFailure {
  readonly message: string;
  readonly evidence: Evidence;
  /** True when no release would take the setting: no release has it, or the value is malformed. */
  readonly inAnyRelease?: boolean;
}
