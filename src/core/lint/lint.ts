import { buildCluster } from '../cluster/buildCluster';
import type { ParsedFile } from '../documents/document';
import { Collector } from './collector';
import type { LintOptions, LintResult } from './lintTypes';
import type { Rule } from './rule';
import { rules as allRules } from './rules/index';
import { applySilencings } from './applySilencings';

/** Returns what all rules find in a set of files that belong together. A rule that throws costs only its own findings. */
export function lint(files: readonly ParsedFile[], options: LintOptions): LintResult {
  return lintWith(allRules, files, options);
}

/** As `lint`, with the rules given. */
export function lintWith(rules: readonly Rule[], files: readonly ParsedFile[], options: LintOptions): LintResult {
  const cluster = buildCluster(files, options);
  const context = { cluster, kubernetes: options.kubernetes, now: options.now };
  const active = rules.filter((rule) => options.severities?.[rule.id] !== 'off');
  const collector = new Collector(context, options.severities ?? {});
  for (const rule of active) {
    if (rule.scope === 'cluster') collector.take(rule, undefined, () => rule.check(cluster, context));
    if (rule.scope === 'file') {
      for (const file of cluster.files) collector.take(rule, file.source.path, () => rule.check(file, context));
    }
  }
  const { kept, unused } = applySilencings(collector.findings, files, { all: rules, active });
  const afterwards = new Collector(context, options.severities ?? {});
  for (const rule of active) {
    if (rule.scope === 'silencing') afterwards.take(rule, undefined, () => rule.check(unused));
  }
  return {
    cluster,
    findings: [...kept, ...afterwards.findings].sort(compareFindings),
    faults: [...collector.faults, ...afterwards.faults],
  };
}

type Placed = Pick<LintResult['findings'][number], 'path' | 'range' | 'rule'>;

/** By path, then place, then rule. */
function compareFindings(a: Placed, b: Placed): number {
  return (
    compareText(a.path, b.path) ||
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    compareText(a.rule, b.rule)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
