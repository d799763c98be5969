import * as vscode from 'vscode';
import { filesOfScenario } from './plays';

const SCHEME = 'tls-bootstrap-scenario';

/** Returns the address under which a file of a built-in scenario can be read. */
export function scenarioFileUri(scenario: string, path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${scenario}/${path}` });
}

/** Shows the files of the built-in scenarios, so that the line that made a step happen can be seen there too. */
export function registerScenarioFiles(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ path }) => {
      const [, scenario = '', ...rest] = path.split('/');
      return filesOfScenario(scenario).find((file) => file.path === rest.join('/'))?.text ?? '';
    },
  });
}
