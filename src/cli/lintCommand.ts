import { rules } from '../core/lint/rules/index';
import { messageCatalogue } from '../core/lint/catalogue';
import type { LintArguments } from './arguments';
import { formatGithub } from './formatGithub';
import { formatJson } from './formatJson';
import { formatSarif } from './formatSarif';
import { formatText } from './formatText';
import { gather } from './gather';
import type { ExitCode, Io } from './io';
import { lintClusters, type LintRun } from './lintRun';
import { reportFaults, reportUnreadable } from './problems';
import type { Report } from './report';
import { ruleEntries } from './ruleEntries';
import { checkRuleIds } from './ruleIds';

/** Prints what is wrong in the files. */
export async function lintCommand(call: LintArguments, io: Io): Promise<ExitCode> {
  checkRuleIds(call.severities);
  const { clusters, unreadable } = await gather(call.paths, call.stdinFilename, io);
  const run = lintClusters(clusters, { ...call, now: io.now().getTime() }, messageCatalogue(rules));
  if (clusters.length > 0) io.out(format(run, call.format, io.colour));
  reportUnreadable(unreadable, io);
  reportFaults(run.faults, io);
  if (unreadable.length > 0) return 2;
  return isClean(run.report, call.maxWarnings) ? 0 : 1;
}

function format(run: LintRun, name: LintArguments['format'], colour: boolean): string {
  switch (name) {
    case 'text':
      return formatText(run, colour);
    case 'json':
      return formatJson(run.report);
    case 'sarif':
      return formatSarif(run.report, ruleEntries(rules));
    case 'github':
      return formatGithub(run.report);
  }
}

function isClean({ findings }: Report, maxWarnings: number | undefined): boolean {
  if (findings.some(({ severity }) => severity === 'error')) return false;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return maxWarnings === undefined || warnings <= maxWarnings;
}
