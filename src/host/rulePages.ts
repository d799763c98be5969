import * as vscode from 'vscode';

export const RULE_PAGE_SCHEME = 'tls-bootstrap-rule';

const RULE_ID = /^[a-z0-9-]+$/;

/** Returns the address of a rule's page inside the editor. */
export function rulePageUri(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_PAGE_SCHEME, path: `/${rule}.md` });
}

/** The rules' pages as texts, read from the package when the first one is asked for. */
export interface RulePages {
  /** Returns whether there is a page for a rule of this name. */
  has(rule: string): Promise<boolean>;
  dispose(): void;
}

/** Shows the rules' pages under addresses of their own, so that they open without a network. */
export function registerRulePages(extensionUri: vscode.Uri): RulePages {
  let pages: Promise<Readonly<Record<string, string>>> | undefined;
  const page = async (rule: string): Promise<string | undefined> => {
    if (!RULE_ID.test(rule)) return undefined;
    pages ??= readPages(extensionUri);
    const all = await pages;
    return Object.hasOwn(all, rule) ? all[rule] : undefined;
  };
  const registration = vscode.workspace.registerTextDocumentContentProvider(RULE_PAGE_SCHEME, {
    provideTextDocumentContent: async (uri) => (await page(uri.path.replace(/^\//, '').replace(/\.md$/, ''))) ?? '',
  });
  return {
    has: async (rule) => (await page(rule)) !== undefined,
    dispose: () => {
      registration.dispose();
    },
  };
}

async function readPages(extensionUri: vscode.Uri): Promise<Readonly<Record<string, string>>> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'rules.json');
  const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(file), { encoding: 'utf8' });
  return JSON.parse(text) as Readonly<Record<string, string>>;
}
