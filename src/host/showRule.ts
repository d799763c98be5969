import * as vscode from 'vscode';
import { rules } from '../core/lint/rules/index';
import type { Progress } from './progress';
import { rulePageUri, type RulePages } from './rulePages';
import { showPage } from './showPage';
import { hostText } from './texts';

/** Shows the page of a rule as rendered Markdown beside the editor; asks which rule when none is named. */
export async function showRule(pages: RulePages, progress: Progress, named: unknown): Promise<void> {
  const rule = typeof named === 'string' ? named : await pickRule();
  if (rule === undefined) return;
  if (!(await pages.has(rule))) {
    void vscode.window.showInformationMessage(hostText('host.noRulePage', { rule }));
    return;
  }
  await showPage(rulePageUri(rule), { preserveFocus: false, preview: true });
  progress.note('readRule');
  if (rule === 'selfnodeserver-dead') progress.note('readDeadAdvice');
}

async function pickRule(): Promise<string | undefined> {
  return vscode.window.showQuickPick(
    rules.map(({ id }) => id),
    { title: hostText('host.pickRule') },
  );
}
