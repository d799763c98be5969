import type { SourceText } from '../../text/sourceText';
import type { EmbeddedFile } from '../embedded/embeddedFile';
import type { Word } from '../flags/word';
import { GeneratedYaml } from './generatedYaml';
import { optionsOf, type KubectlCall, type KubectlOption } from './kubectlCall';
import type { ScriptVariables } from './scriptVariables';

/** The lists of a kubeconfig: which command fills them, and what their options become (kubectl, pkg/cmd/config). */
const LISTS = [
  {
    verb: 'set-cluster',
    list: 'clusters',
    body: 'cluster',
    keys: {
      server: 'server',
      'certificate-authority': 'certificate-authority',
      'insecure-skip-tls-verify': 'insecure-skip-tls-verify',
      'tls-server-name': 'tls-server-name',
      'proxy-url': 'proxy-url',
    },
  },
  {
    verb: 'set-credentials',
    list: 'users',
    body: 'user',
    keys: {
      token: 'token',
      'client-certificate': 'client-certificate',
      'client-key': 'client-key',
      username: 'username',
      password: 'password',
    },
  },
  {
    verb: 'set-context',
    list: 'contexts',
    body: 'context',
    keys: { cluster: 'cluster', user: 'user', namespace: 'namespace' },
  },
] as const;

/** Files whose content goes into the kubeconfig with `--embed-certs`. */
const EMBEDDED: ReadonlySet<string> = new Set(['certificate-authority', 'client-certificate', 'client-key']);

/** Returns the kubeconfigs that `kubectl config set-…` commands write, one for each file, as YAML. */
export function kubectlConfigs(
  source: SourceText,
  calls: readonly KubectlCall[],
  variables: ScriptVariables,
): readonly EmbeddedFile[] {
  const byFile = new Map<string, KubectlCall[]>();
  for (const call of calls) {
    if (call.names[0]?.content.text !== 'config' || !/^(?:set-|use-)/.test(verbOf(call))) continue;
    const file = fileOf(call, variables);
    const sequence = byFile.get(file);
    if (sequence) sequence.push(call);
    else byFile.set(file, [call]);
  }
  return [...byFile].map(([path, sequence]) => kubeconfigOf(source, path, sequence, variables));
}

function verbOf({ names }: KubectlCall): string {
  return names[1]?.content.text ?? '';
}

/** Empty for the file that kubectl takes by itself. */
function fileOf(call: KubectlCall, variables: ScriptVariables): string {
  const option = optionsOf(call, 'kubeconfig').at(-1)?.value;
  const variable = call.command.assignments.find(({ name }) => name === 'KUBECONFIG')?.value;
  const written = option ?? (variable && 'content' in variable ? variable : undefined);
  return written ? variables.fill(written).text : (variables.textOf('KUBECONFIG') ?? '');
}

function kubeconfigOf(
  source: SourceText,
  path: string,
  calls: readonly KubectlCall[],
  variables: ScriptVariables,
): EmbeddedFile {
  const first = calls[0]?.names[0]?.range ?? { start: 0, end: 0 };
  const yaml = new GeneratedYaml(source, variables, first);
  yaml.add('apiVersion: v1\nkind: Config\n');
  const isWhole = path !== '' && LISTS.every(({ verb }) => calls.some((call) => verbOf(call) === verb));
  for (const { verb, list, body, keys } of LISTS) {
    const entries = entriesOf(calls.filter((call) => verbOf(call) === verb));
    if (entries.length > 0) yaml.add(`${list}:\n`);
    for (const { name, options } of entries) {
      yaml.add('- name: ');
      yaml.addValue(name);
      yaml.add(`  ${body}:\n`);
      addBody(yaml, keys, options);
    }
  }
  const context = calls.findLast((call) => verbOf(call) === 'use-context')?.names[2];
  if (context) {
    yaml.add('current-context: ');
    yaml.addValue(context);
  }
  // The file may hold more from before.
  if (!isWhole) yaml.add('{{shell}}\n');
  return yaml.file(path);
}

interface Entry {
  readonly name: Word;
  readonly options: readonly KubectlOption[];
}

/** Two commands for one name fill one entry. */
function entriesOf(calls: readonly KubectlCall[]): readonly Entry[] {
  const entries = new Map<string, { readonly name: Word; readonly options: KubectlOption[] }>();
  for (const { names, options } of calls) {
    const name = names[2];
    const entry = name && entries.get(name.content.text);
    if (entry) entry.options.push(...options);
    else if (name) entries.set(name.content.text, { name, options: [...options] });
  }
  return [...entries.values()];
}

function addBody(yaml: GeneratedYaml, keys: Readonly<Record<string, string>>, options: readonly KubectlOption[]): void {
  const embeds = options.findLast(({ name }) => name === 'embed-certs');
  const isEmbedded = embeds !== undefined && embeds.value?.content.text !== 'false';
  for (const [option, key] of Object.entries(keys)) {
    const found = options.findLast(({ name }) => name === option);
    if (!found) continue;
    if (isEmbedded && EMBEDDED.has(option)) yaml.add(`    ${key}-data: "{{shell}}"\n`, found.range);
    else {
      yaml.add(`    ${key}: `, found.range);
      if (found.value) yaml.addValue(found.value);
      else yaml.add('true\n', found.range);
    }
  }
  const exec = options.findLast(({ name }) => name === 'exec-command')?.value;
  if (exec) {
    yaml.add('    exec:\n      command: ');
    yaml.addValue(exec);
  }
}
