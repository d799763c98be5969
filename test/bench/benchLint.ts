import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvents } from 'js-yaml';
import { readFile } from '../../src/core/documents/readFile';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { lint } from '../../src/core/lint/lint';
import { SourceText } from '../../src/core/text/sourceText';
import { measure, ratioRow } from './measure';

const kubernetes = createKubernetes(kubernetesData);

/** Prints the time of reading and linting as a ratio to what the text must cost at least. */
export function benchLint(): void {
  const files = ['media/samples', 'src/core/lint/rules'].flatMap(filesBelow);
  const yaml = files.filter((path) => /\.ya?ml$/.test(path)).map(sourceOf);
  const flags = files.filter((path) => !/\.(?:ya?ml|json|md|ts)$/.test(path)).map(sourceOf);
  const unrelated = [new SourceText('values.yaml', 'replicas: 3\nimage:\n  repository: example\n'.repeat(500))];
  console.log(`${String(yaml.length)} YAML files, ${String(flags.length)} flag files`);
  console.log(
    ratioRow(
      'YAML: read and lint',
      measure(() => lintAll(yaml)),
      measure(() => eventsOf(yaml)),
      'parseEvents',
    ),
  );
  console.log(
    ratioRow(
      'flag files: read and lint',
      measure(() => lintAll(flags)),
      measure(() => linesOf(flags)),
      'split into lines',
    ),
  );
  console.log(
    ratioRow(
      'unrelated YAML: read',
      measure(() => unrelated.map((source) => readFile(source))),
      measure(() => eventsOf(unrelated)),
      'parseEvents',
    ),
  );
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

function benchKeystroke(): void {
  const binding = readFileSync('media/samples/2018-cluster/bootstrap-rbac.yaml', 'utf8');
  const text = Array.from({ length: 120 }, () => binding).join('\n---\n');
  const lines = text.split('\n').length;
  const { median, p95 } = measure(() =>
    lint([readFile(new SourceText('rbac.yaml', `${text} `))], { kubernetes, target: 'auto' }),
  );
  console.log(
    `one keystroke in ${String(lines)} lines of RBAC: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
  );
}

function sourceOf(path: string): SourceText {
  return new SourceText(path, readFileSync(path, 'utf8'));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}
