import type { SourceText } from '../../text/sourceText';
import type { EmbeddedFile } from '../embedded/embeddedFile';
import type { Word } from '../flags/word';
import { GeneratedYaml } from './generatedYaml';
import { behindHead, optionsOf, type KubectlCall } from './kubectlCall';
import type { ScriptVariables } from './scriptVariables';

/** Returns the Secrets that `kubectl create secret generic NAME --from-literal=KEY=VALUE` makes, as manifests. */
export function kubectlSecrets(
  source: SourceText,
  calls: readonly KubectlCall[],
  variables: ScriptVariables,
): readonly EmbeddedFile[] {
  return calls.flatMap((call) => {
    const [create, secret, generic, name] = call.names;
    const verbs = [create, secret, generic].map((word) => word?.content.text).join(' ');
    return verbs === 'create secret generic' && name ? [secretOf(source, call, name, variables)] : [];
  });
}

function secretOf(source: SourceText, call: KubectlCall, name: Word, variables: ScriptVariables): EmbeddedFile {
  const yaml = new GeneratedYaml(source, variables, call.names[1]?.range ?? call.command.range);
  const type = optionsOf(call, 'type').at(-1)?.value;
  const namespace = optionsOf(call, 'namespace').at(-1)?.value;
  yaml.add('apiVersion: v1\nkind: Secret\n');
  if (type) {
    yaml.add('type: ');
    yaml.addValue(type);
  }
  yaml.add('metadata:\n  name: ');
  yaml.addValue(name);
  if (namespace) {
    yaml.add('  namespace: ');
    yaml.addValue(namespace);
  }
  const literals = optionsOf(call, 'from-literal').flatMap(({ value }) => (value ? [value] : []));
  if (literals.length > 0) yaml.add('stringData:\n');
  for (const literal of literals) addLiteral(yaml, literal);
  if (optionsOf(call, 'from-file', 'from-env-file').length > 0) yaml.add('{{shell}}\n');
  return yaml.file('');
}

function addLiteral(yaml: GeneratedYaml, literal: Word): void {
  const key = /^([\w.-]+)=/.exec(literal.content.text)?.[1];
  if (key === undefined) yaml.add('{{shell}}\n');
  else {
    yaml.add('  ');
    yaml.add(key, literal.content.rangeOf(0, key.length));
    yaml.add(': ');
    yaml.addValue(behindHead(literal, key.length + 1));
  }
}
