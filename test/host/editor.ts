import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rules } from '../../src/core/lint/rules/index';
import { afterEach } from './registry';
import { until } from './until';

export const SOURCE = 'Kubelet TLS Bootstrap';

/** Returns our extension as the editor knows it. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.all.find(({ packageJSON }) => {
    const { name } = packageJSON as { name: string };
    return name === 'kubelet-tls-bootstrap';
  });
  assert.ok(found, 'the extension is installed');
  return found;
}

/** Returns the address of a sample file in the extension's own file system. */
export function sampleFile(sample: string, name: string): vscode.Uri {
  return vscode.Uri.from({ scheme: 'tls-bootstrap-sample', path: `/${sample}/${name}` });
}

/** Opens a file in the active column, with our extension awake, and returns its document. */
export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await extension().activate();
  return openAsleep(uri);
}

/** Opens a file in the active column and returns its document; whether that wakes us is the editor's business. */
export async function openAsleep(uri: vscode.Uri): Promise<vscode.TextDocument> {
  // Unlike showTextDocument, this lets go of the document with its editor, as when a person opens it.
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return until(`an editor of ${uri.path}`, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.toString() === uri.toString() && document;
  });
}

/** Opens an unsaved document. */
export async function openUntitled(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Returns our diagnostics of a file. */
export function ours(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
}

/** Returns the ids of the rules that have something to say about a file, sorted, each as often as it does. */
export function rulesAt(uri: vscode.Uri): readonly string[] {
  return ours(uri).map(ruleOf).sort();
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** Resolves with our diagnostics of a file once there is one of the rule. */
export async function diagnosticOf(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return until(
    `${rule} in ${uri.path}`,
    () => ours(uri).find((diagnostic) => ruleOf(diagnostic) === rule),
    () => rulesAt(uri),
  );
}

/** Resolves once a rule has nothing to say about a file any more. */
export async function gone(uri: vscode.Uri, rule: string): Promise<void> {
  await until(
    `${rule} to be gone from ${uri.path}`,
    () => !rulesAt(uri).includes(rule),
    () => rulesAt(uri),
  );
}

/** Returns the code actions that the editor offers at a place; `only` as in a keybinding. */
export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  only: vscode.CodeActionKind = vscode.CodeActionKind.QuickFix,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    only.value,
    100,
  );
}

/** Returns the first repair among code actions that a rule gives this or a like title. */
export function fixOf(rule: string, actions: readonly vscode.CodeAction[]): vscode.CodeAction | undefined {
  const texts = Object.values(rules.find(({ id }) => id === rule)?.messages ?? {});
  const patterns = texts.map(
    (text) =>
      new RegExp(
        `^${text
          .split(/\{\w+\}/)
          .map(literally)
          .join('.*')}$`,
      ),
  );
  return actions.find(({ title, edit }) => edit && patterns.some((pattern) => pattern.test(title)));
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Does what the editor does when an action is chosen: its edit, then its command. */
export async function choose(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action, 'the action is offered');
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), `${action.title} can be applied`);
  if (action.command) {
    const { command, arguments: given = [] } = action.command;
    await vscode.commands.executeCommand(command, ...(given as unknown[]));
  }
}

/** Replaces the first occurrence of a text in a document. */
export async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  assert.ok(start >= 0, `${JSON.stringify(from)} stands in ${document.uri.path}`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(start), document.positionAt(start + from.length)),
    to,
  );
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Changes a setting for the user; taken back after the test. */
export async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('tlsBootstrap').update(name, value, vscode.ConfigurationTarget.Global);
  changed.add(name);
}

const changed = new Set<string>();

/** Returns a new empty folder in the workspace; removed after the test. */
export async function temporaryFolder(): Promise<vscode.Uri> {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(workspace, 'a folder is open');
  return newFolder(workspace.uri);
}

/** Returns a new empty folder outside the workspace, below the ignored cache folder; removed after the test. */
export async function folderOutside(): Promise<vscode.Uri> {
  return newFolder(vscode.Uri.joinPath(extension().extensionUri, '.cache', 'host-suite'));
}

async function newFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  const name = `folder-${String(Date.now())}-${String(Math.round(Math.random() * 1e9))}`;
  const folder = vscode.Uri.joinPath(parent, name);
  await vscode.workspace.fs.createDirectory(folder);
  folders.push(folder);
  return folder;
}

const folders: vscode.Uri[] = [];

/** Writes a file on disk, past the editor. */
export async function write(folder: vscode.Uri, name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const file = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(file, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return file;
}

/** How long the editor's watcher is given before a file is written once more, in milliseconds. */
const WATCHED_WITHIN = 2_000;

/**
 * Makes a folder with those above it, each after the editor has begun to watch the one above: of folders that are made
 * all at once its watcher never sees the inner ones.
 */
export async function watchedFolder(parent: vscode.Uri, path: string): Promise<void> {
  let folder = parent;
  for (const name of path.split('/')) {
    const probe = vscode.Uri.joinPath(folder, '.probe');
    await rewrite(probe, '');
    await vscode.workspace.fs.delete(probe);
    folder = vscode.Uri.joinPath(folder, name);
    await vscode.workspace.fs.createDirectory(folder);
  }
}

/** Changes a file on disk, and again until the editor has noticed: its watcher misses what happens in a folder just made. */
export async function rewrite(file: vscode.Uri, content: string): Promise<void> {
  const [folder, name] = [vscode.Uri.joinPath(file, '..'), file.path.slice(file.path.lastIndexOf('/') + 1)];
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
  let noticed = false;
  const notice = (): void => {
    noticed = true;
  };
  watcher.onDidChange(notice);
  watcher.onDidCreate(notice);
  const again = setInterval(() => void write(folder, name, content), WATCHED_WITHIN);
  try {
    await write(folder, name, content);
    await until(`the editor to notice ${file.path}`, () => noticed);
  } finally {
    clearInterval(again);
    watcher.dispose();
  }
}

afterEach(async () => {
  for (const name of changed) await setting(name, undefined);
  changed.clear();
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const folder of folders.splice(0)) await vscode.workspace.fs.delete(folder, { recursive: true });
  await until('unsaved documents to be gone', () =>
    vscode.workspace.textDocuments.every(({ isUntitled }) => !isUntitled),
  );
  // The editor's watcher may melt a quick creation and deletion into nothing: a check then finds what is gone.
  if (ourDiagnostics().length > 0) await vscode.commands.executeCommand('tlsBootstrap.checkWorkspace');
  await until('all diagnostics to be gone', () => ourDiagnostics().length === 0);
});

function ourDiagnostics(): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics().flatMap(([, all]) => all.filter(({ source }) => source === SOURCE));
}
