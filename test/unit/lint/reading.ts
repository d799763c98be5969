import { readFile } from '../../../src/core/documents/readFile';
import type { ParsedFile } from '../../../src/core/documents/document';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import type { LintOptions } from '../../../src/core/lint/lintTypes';
import type { FileRule } from '../../../src/core/lint/rule';
import { SourceText } from '../../../src/core/text/sourceText';

export const kubernetes = createKubernetes(kubernetesData);

export const options: LintOptions = { kubernetes, target: '1.22' };

export const BOOT = '--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig';

/** Returns the files given by path as the core reads them. */
export function read(files: Readonly<Record<string, string>>): readonly ParsedFile[] {
  return Object.entries(files).map(([path, text]) => readFile(new SourceText(path, text)));
}

/** Returns a rule that finds each word of a text, to try the engine with. */
export function wordRule(id: string, word: string, more: Partial<FileRule> = {}): FileRule {
  return {
    id,
    group: 'A',
    severity: 'error',
    scope: 'file',
    lifeCycle: false,
    step: 'kubelet-start',
    messages: { found: 'Found {word}.', remove: 'Remove {word}' },
    *check({ source }) {
      for (let start = source.text.indexOf(word); start !== -1; start = source.text.indexOf(word, start + 1)) {
        const range = { start, end: start + word.length };
        const edits = [{ path: source.path, range, newText: '' }];
        const params = { word };
        yield {
          path: source.path,
          range,
          message: 'found',
          params,
          fixes: [{ title: 'remove', params, safe: true, edits }],
        };
      }
    },
    ...more,
  };
}
