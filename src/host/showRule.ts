import * as vscode from 'vscode';
import { rules } from '../core/lint/rules/index';
import type { Progress } from './progress';
import { rulePageUri, type RulePages } from './rulePages';
import { hostText } from './texts';

/** Shows the page of a rule as rendered Markdown beside the editor; asks which rule when none is named. */
export async function showRule(pages: RulePages, progress: Progress, named: unknown): Promise<void> {
  const rule = typeof named === 'string' ? named : await pickRule();
  if (rule === undefined) return;
  if (!(await pages.has(rule))) {
    void vscode.window.showInformationMessage(hostText('host.noRulePage', { rule }));
    return;
  }
  await show(rulePageUri(rule));
  progress.note('readRule');
}

async function pickRule(): Promise<string | undefined> {
  return vscode.window.showQuickPick(
    rules.map(({ id }) => id),
    { title: hostText('host.pickRule') },
  );
}

/** The built-in Markdown extension may be switched off: the page is then shown as it is written. */
async function show(page: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
  } catch {
    await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside });
  }
}
