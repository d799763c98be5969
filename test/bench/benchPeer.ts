import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readFile } from '../../src/core/documents/readFile';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { lint } from '../../src/core/lint/lint';
import { SourceText } from '../../src/core/text/sourceText';
import { runNpm } from '../editor/npm';
import { rbacDocuments } from './manifests';

/** The schemas of Kubernetes' own kinds stand in the second package as plain JSON Schema. */
const PACKAGES = [
  'yaml-language-server@1.25.0',
  'kubernetes-models@3.1.0',
  'vscode-languageserver-textdocument@1.0.12',
];

/** Shows that the peer judges: its report must not be empty. */
const MISTAKEN =
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: mistaken\nrules: none\n';

const kubernetes = createKubernetes(kubernetesData);

const RUNS = 3;

type Schema = Readonly<Record<string, unknown>>;

interface LanguageService {
  configure(settings: object): void;
  doValidation(document: object, isKubernetes: boolean): Promise<readonly unknown[]>;
}

/** Prints how long the same YAML takes here and in yaml-language-server with a schema of Kubernetes, both warm. */
export async function benchPeer(): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    await writeFile(join(root, 'package.json'), '{"private":true}');
    await runNpm(['install', ...PACKAGES], root);
    const files = [new SourceText('rbac.yaml', `${rbacDocuments(10)}---\n${MISTAKEN}`)];
    const theirs = await peerTime(root, files);
    const ours = await bestOf(() => {
      lintAll(files);
      return Promise.resolve();
    });
    console.log(`${PACKAGES[0] ?? ''}, schema of ${PACKAGES[1] ?? ''} (no network), 11 RBAC objects in one file`);
    const ratio = (theirs / ours).toFixed(0);
    console.log(`peer ${theirs.toFixed(0)} ms ÷ ours ${ours.toFixed(1)} ms = ${ratio} (aim: at least 20)`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function lintAll(files: readonly SourceText[]): void {
  for (const { path, text } of files) lint([readFile(new SourceText(path, text))], { kubernetes, target: 'auto' });
}

async function peerTime(root: string, files: readonly SourceText[]): Promise<number> {
  const load = createRequire(join(root, 'package.json'));
  const { getLanguageService } = load('yaml-language-server') as {
    getLanguageService: (parts: object) => LanguageService;
  };
  const { TextDocument } = load('vscode-languageserver-textdocument') as {
    TextDocument: { create: (...parts: readonly (string | number)[]) => object };
  };
  const schema = await kubernetesSchema(root, load);
  const service = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('there is no network')),
    workspaceContext: { resolveRelativePath: (path: string) => path },
  });
  service.configure({
    validate: true,
    schemas: [{ uri: 'memory://kubernetes.json', fileMatch: ['*.yaml'], schema }],
  });
  let found = 0;
  const time = await bestOf(async () => {
    for (const [index, { text }] of files.entries()) {
      const document = TextDocument.create(`file:///${String(index)}.yaml`, 'yaml', 1, text);
      found += (await service.doValidation(document, true)).length;
    }
  });
  console.log(
    `the peer's schema has ${String(schema.oneOf.length)} kinds; it reported ${String(found / (RUNS + 1))} problems`,
  );
  return time;
}

/** One schema for any object of Kubernetes, as the one that yaml-language-server is used with: one of all kinds. */
async function kubernetesSchema(
  root: string,
  load: NodeJS.Require,
): Promise<{ readonly definitions: object; readonly oneOf: readonly Schema[] }> {
  const definitions = new Map<string, Schema>();
  const registry = load('@kubernetes-models/validate') as { register: (id: string, schema: Schema) => void };
  const registering = join(root, 'node_modules/@kubernetes-models/validate');
  const module = load.cache[load.resolve(registering)];
  if (module) module.exports = { ...registry, register: (id: string, schema: Schema) => definitions.set(id, schema) };
  const folder = join(root, 'node_modules/kubernetes-models/_schemas');
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.js'))) {
    (load(join(folder, name)) as { addSchema?: () => void }).addSchema?.();
  }
  const text = JSON.stringify(Object.fromEntries(definitions)).replaceAll(
    /"\$ref":"([^"#]+)#"/g,
    '"$ref":"#/definitions/$1"',
  );
  const isKind = ({ properties }: Schema): boolean =>
    typeof properties === 'object' && properties !== null && 'kind' in properties && 'apiVersion' in properties;
  return {
    definitions: JSON.parse(text) as object,
    oneOf: [...definitions].flatMap(([id, schema]) => (isKind(schema) ? [{ $ref: `#/definitions/${id}` }] : [])),
  };
}

/** The shortest of a few runs after one that warms up, in milliseconds. */
async function bestOf(work: () => Promise<void>): Promise<number> {
  let best = Infinity;
  for (let run = 0; run <= RUNS; run += 1) {
    const start = performance.now();
    await work();
    if (run > 0) best = Math.min(best, performance.now() - start);
  }
  return best;
}
