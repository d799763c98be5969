import './suite/activation';
import './suite/diagnostics';
import './suite/silence';
import './suite/fixes';
import './suite/targetRelease';
import './suite/folder';
import './suite/hovers';
import './suite/atWork';
import './suite/documents';
import './suite/clusters';
import './suite/workspaceCheck';
import './suite/tooltip';
import './suite/clusterView';
import './suite/badInput';
import './suite/pages';
import './suite/player';
import './suite/playerTools';
import './suite/lab';
import * as vscode from 'vscode';
import { runAll } from './registry';

/** Called by the editor that loads this module as its test suite. Rejects when a test failed. */
export async function run(): Promise<void> {
  // The web saves by itself unless told otherwise; the tests want to know what is saved.
  await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  await runAll();
}
