import type { RuleFault } from '../core/lint/lintTypes';
import { rules } from '../core/lint/rules/index';
import type { LintArguments } from './arguments';
import { formatGithub } from './formatGithub';
import { formatJson } from './formatJson';
import { formatSarif } from './formatSarif';
import { formatFindings, formatSummary } from './formatText';
import { gatherEach } from './gather';
import type { ExitCode, Io } from './io';
import { lintClusters, type LintRun } from './lintRun';
import { reportFaults, reportUnreadable } from './problems';
import { joinReports, type Report } from './report';
import { ruleEntries } from './ruleEntries';
import { checkRuleIds } from './ruleIds';
import type { Unreadable } from './walk';

/** Prints what is wrong in the files. */
export async function lintCommand(call: LintArguments, io: Io): Promise<ExitCode> {
  checkRuleIds(call.severities);
  const unreadable: Unreadable[] = [];
  const reports: Report[] = [];
  const faults: RuleFault[] = [];
  const clusters = gatherEach(call.paths, call.stdinFilename, io, unreadable);
  const choices = { ...call, now: io.now().getTime() };
  for await (const run of lintClusters(clusters, choices, io.reader)) {
    io.out(formatCluster(run, call.format, io));
    reports.push(run.report);
    faults.push(...run.faults);
  }
  const report = joinReports(reports);
  if (report) io.out(formatWhole(report, call.format, io));
  reportUnreadable(unreadable, io);
  reportFaults(faults, io);
  if (unreadable.length > 0) return 2;
  return report === undefined || isClean(report, call.maxWarnings) ? 0 : 1;
}

/** Returns what is printed as soon as a cluster is judged: nothing in formats that are one whole. */
function formatCluster({ report, sources }: LintRun, format: LintArguments['format'], io: Io): string {
  switch (format) {
    case 'text':
      return formatFindings(report, sources, io);
    case 'github':
      return formatGithub(report);
    case 'json':
    case 'sarif':
      return '';
  }
}

/** Returns what is printed when all is judged. */
function formatWhole(report: Report, format: LintArguments['format'], io: Io): string {
  switch (format) {
    case 'text':
      return formatSummary(report, io);
    case 'github':
      return '';
    case 'json':
      return formatJson(report);
    case 'sarif':
      return formatSarif(report, ruleEntries(rules, io.reader), io.reader.language);
  }
}

function isClean({ findings }: Report, maxWarnings: number | undefined): boolean {
  if (findings.some(({ severity }) => severity === 'error')) return false;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return maxWarnings === undefined || warnings <= maxWarnings;
}
