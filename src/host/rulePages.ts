import * as vscode from 'vscode';
import type { Language } from '../core/messages/language';
import { SECTION } from './section';
import { readersLanguage } from './settings';

export const RULE_PAGE_SCHEME = 'tls-bootstrap-rule';

type Pages = Readonly<Record<string, string>>;

const RULE_ID = /^[a-z0-9-]+$/;

/** Returns the address of a rule's page inside the editor. */
export function rulePageUri(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_PAGE_SCHEME, path: `/${rule}.md` });
}

/** The rules' pages as texts, read from the package when the first one is asked for, in the reader's language if there. */
export interface RulePages {
  /** Returns whether there is a page for a rule of this name. */
  has(rule: string): Promise<boolean>;
  dispose(): void;
}

/** Shows the rules' pages under addresses of their own, so that they open without a network, and follow the reader's language. */
export function registerRulePages(extensionUri: vscode.Uri): RulePages {
  const pages = new Map<Language, Promise<Pages>>();
  const pagesIn = (language: Language): Promise<Pages> => {
    const known = pages.get(language) ?? readPages(extensionUri, language);
    pages.set(language, known);
    return known;
  };
  const page = async (rule: string): Promise<string | undefined> => {
    if (!RULE_ID.test(rule)) return undefined;
    const [english, own] = await Promise.all([pagesIn('en'), pagesIn(readersLanguage())]);
    return Object.hasOwn(own, rule) ? own[rule] : Object.hasOwn(english, rule) ? english[rule] : undefined;
  };
  const changes = new vscode.EventEmitter<vscode.Uri>();
  const following = vscode.workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration(`${SECTION}.language`)) return;
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === RULE_PAGE_SCHEME) changes.fire(uri);
  });
  const registration = vscode.workspace.registerTextDocumentContentProvider(RULE_PAGE_SCHEME, {
    onDidChange: changes.event,
    provideTextDocumentContent: async (uri) => (await page(uri.path.replace(/^\//, '').replace(/\.md$/, ''))) ?? '',
  });
  return {
    has: async (rule) => (await page(rule)) !== undefined,
    dispose: () => {
      for (const one of [registration, following, changes]) one.dispose();
    },
  };
}

async function readPages(extensionUri: vscode.Uri, language: Language): Promise<Pages> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', `rules.${language}.json`);
  const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(file), { encoding: 'utf8' });
  return JSON.parse(text) as Pages;
}
