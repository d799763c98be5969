import type * as vscode from 'vscode';
import type { Progress } from './progress';
import type { RulePages } from './rulePages';
import type { Samples } from './samples/sampleFileSystem';

/** What the engine is given by the part that is always loaded. */
export interface EngineParts {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly progress: Progress;
  readonly samples: Samples;
  readonly rulePages: RulePages;
}
