import { parseEvents } from 'js-yaml';
import { readFile } from '../../src/core/documents/readFile';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { lint } from '../../src/core/lint/lint';
import { SourceText } from '../../src/core/text/sourceText';
import { flagFiles, yamlCorpora } from './corpora';
import { rbacDocuments } from './manifests';
import { measure, measureByTurns, ratioRow } from './measure';

const kubernetes = createKubernetes(kubernetesData);

/** Prints the time of reading and linting as a ratio to what the text must cost at least. */
export function benchLint(): void {
  console.log('read and lint, each file by itself (aim: YAML as in a repository at most 1.5)');
  for (const [name, files] of Object.entries(yamlCorpora)) {
    const { ours, base } = measureByTurns(
      () => lintAll(files),
      () => eventsOf(files),
    );
    console.log(ratioRow(`YAML, ${name}`, ours, base, 'parseEvents'));
  }
  const flags = measureByTurns(
    () => lintAll(flagFiles),
    () => linesOf(flagFiles),
  );
  console.log(ratioRow(`${String(flagFiles.length)} flag files`, flags.ours, flags.base, 'split into lines'));
  benchKeystroke();
}

function lintAll(sources: readonly SourceText[]): number {
  return sources.reduce(
    (sum, { path, text }) =>
      sum + lint([readFile(new SourceText(path, text))], { kubernetes, target: 'auto' }).findings.length,
    0,
  );
}

function eventsOf(sources: readonly SourceText[]): number {
  return sources.reduce((sum, { text }) => sum + countEvents(text), 0);
}

/** 0 for a file of the corpus that is broken on purpose. */
function countEvents(text: string): number {
  try {
    return parseEvents(text, {}).length;
  } catch {
    return 0;
  }
}

function linesOf(sources: readonly SourceText[]): number {
  return sources.reduce((sum, { text }) => sum + text.split(/\r?\n/).length, 0);
}

/** What the editor does after a key in one long file: the whole file is read and judged again. */
function benchKeystroke(): void {
  const text = rbacDocuments(225);
  const lines = text.split('\n').length;
  let typed = '';
  const { min, median, p95 } = measure(() => {
    typed = typed.length > 50 ? '' : `${typed}x`;
    return lint([readFile(new SourceText('rbac.yaml', `${text}# ${typed}\n`))], { kubernetes, target: 'auto' });
  }, 100);
  const times = `min ${min.toFixed(1)} ms, median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
  console.log(`one keystroke in ${String(lines)} lines of RBAC: ${times} (aim: p95 under 16 ms)`);
}
