import type { Argument } from '../documents/commandLine';
import type { KubeletConfigurationDocument } from '../documents/document';
import type { YamlNode } from '../documents/yaml/node';
import { normaliseFlagName } from '../kubernetes/flagLife';
import type { FieldPath } from '../kubernetes/fieldPlace';
import type { ClusterFacts } from './componentInView';
import type { JoinedCommand } from './joinedCommand';
import type { UnknownReason } from './setting';

/**
 * Returns the flags that words of a command are probably meant to be although no release reads them so: misspelt names
 * and single dashes. Whether such a flag is set is a guess.
 */
export function meantFlags(
  { component, lines }: JoinedCommand,
  { kubernetes, release }: ClusterFacts,
): ReadonlyMap<string, UnknownReason> {
  const meant = new Map<string, UnknownReason>();
  const seen = new Set<string>();
  for (const { path, value } of lines) {
    for (const argument of value.arguments) {
      const name = nameIn(argument);
      if (name === undefined || seen.has(name)) continue;
      seen.add(name);
      const isName = kubernetes.flag(component, name, release).state !== 'unknown';
      const flag = isName ? name : kubernetes.nearestFlag(component, name, release);
      if (flag !== undefined) meant.set(flag, { type: 'malformed', path });
    }
  }
  return meant;
}

function nameIn(argument: Argument): string | undefined {
  if (argument.type === 'flag') return argument.flag.templated ? undefined : argument.flag.name;
  if (argument.type !== 'stray') return undefined;
  const name = /^[^\w\s]{1,3}([A-Za-z][\w-]*)/.exec(argument.stray.text)?.[1];
  return name === undefined ? undefined : normaliseFlagName(name);
}

/** What makes a document a KubeletConfiguration; no fields of its own. */
const HEAD: readonly string[] = ['apiVersion', 'kind'];

/** Returns the fields that unknown keys of a configuration are probably meant to be: misspelt, wrongly cased, in a wrong place. */
export function meantFields(
  { apiVersion, root }: KubeletConfigurationDocument,
  { kubernetes, release }: ClusterFacts,
): ReadonlySet<string> {
  const { configFields } = kubernetes;
  const meant = new Set<string>();
  const seen = new Set<string>();
  const visit = (node: YamlNode, path: FieldPath): void => {
    if (node.kind !== 'mapping') return;
    for (const { key, value } of node.entries) {
      const below = [...path, key.value];
      const isHead = path.length === 0 && HEAD.includes(key.value);
      const state = key.templated || isHead ? undefined : configFields.field(apiVersion, below, release)?.state;
      const name = below.join('.');
      if (state === 'unknown' && !seen.has(name)) {
        const nearest = configFields.nearest(apiVersion, below, release);
        if (nearest) meant.add(nearest.path);
        seen.add(name);
      }
      if (state === 'known' || state === 'deprecated') visit(value, below);
    }
  };
  visit(root, []);
  return meant;
}
