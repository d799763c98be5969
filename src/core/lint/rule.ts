import type { Cluster } from '../cluster/cluster';
import type { ParsedFile } from '../documents/document';
import type { FlowStepId } from '../flow/flowStep';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Catalogue } from '../messages/message';
import type { Finding, Fix, RelatedPlace, Severity } from './finding';
import type { Range } from '../text/range';
import type { UnusedSilencing } from './silencing';

/** What a rule may ask besides the files: the cluster they form and what Kubernetes knows. */
export interface RuleContext {
  readonly cluster: Cluster;
  readonly kubernetes: Kubernetes;
  /** Milliseconds of Unix time; undefined when nobody told. */
  readonly now: number | undefined;
}

/** A finding before the engine adds rule id, severity and step. `message` names one of the rule's own texts. */
export interface Draft {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly fixes?: readonly DraftFix[];
  readonly related?: readonly DraftRelated[];
  readonly severity?: Severity;
  /** Where it hurts, when that is another step than the rule's. */
  readonly step?: FlowStepId;
  readonly tags?: Finding['tags'];
}

/** `title` names one of the rule's own texts. */
export interface DraftFix extends Pick<Fix, 'safe' | 'edits'> {
  readonly title: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** `message` names one of the rule's own texts. */
export interface DraftRelated extends Pick<RelatedPlace, 'path' | 'range'> {
  readonly message: string;
  readonly params?: Readonly<Record<string, string>>;
}

interface RuleBase {
  /** Public and stable; the name of the rule's folder. */
  readonly id: string;
  /** Group of the rule catalogue; `F` is about comments of this program, not about Kubernetes. */
  readonly group: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly severity: Severity;
  /** Life-cycle errors become warnings that name the release while the release is only assumed. */
  readonly lifeCycle: boolean;
  readonly step: FlowStepId | undefined;
  /** English texts by key; a key's message id is `<rule id>.<key>`. */
  readonly messages: Catalogue;
}

/** Looks at one file at a time, so its findings can be kept while other files change. */
export interface FileRule extends RuleBase {
  readonly scope: 'file';
  check(file: ParsedFile, context: RuleContext): Iterable<Draft>;
}

/** Looks at what the files mean together. */
export interface ClusterRule extends RuleBase {
  readonly scope: 'cluster';
  check(cluster: Cluster, context: RuleContext): Iterable<Draft>;
}

/** Looks at the silencing comments that silenced nothing, after all other rules have run. */
export interface SilencingRule extends RuleBase {
  readonly scope: 'silencing';
  check(unused: readonly UnusedSilencing[]): Iterable<Draft>;
}

export type Rule = FileRule | ClusterRule | SilencingRule;
