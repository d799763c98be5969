import type { Cluster } from '../cluster/cluster';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Release } from '../kubernetes/release';
import type { Finding, Severity } from './finding';

export interface LintOptions {
  readonly kubernetes: Kubernetes;
  /** The release to judge against; `auto` takes evidence in the files, else the newest known. */
  readonly target: Release | 'auto';
  /** Milliseconds of Unix time; undefined when the day does not matter, and then nothing has expired. */
  readonly now?: number;
  /** Severities by rule id that replace the defaults. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

/** A rule that threw: its findings are missing, all others stand. */
export interface RuleFault {
  readonly rule: string;
  readonly path: string | undefined;
  readonly error: unknown;
}

export interface LintResult {
  readonly cluster: Cluster;
  /** Ordered by path, then place, then rule. */
  readonly findings: readonly Finding[];
  readonly faults: readonly RuleFault[];
}
