import { askedOnce, askedOnceByName } from '../askedOnce';
import type { Argument, CommandLine } from '../documents/commandLine';
import type { ComponentName } from '../documents/component';
import type { KubeletConfigurationDocument } from '../documents/document';
import { normaliseFlagName } from '../kubernetes/flagLife';
import type { ClusterFacts } from './clusterFacts';
import { listedFields, nearestFieldTo } from './configurationFields';
import type { JoinedCommand } from './joinedCommand';
import type { UnknownReason } from './setting';

/**
 * Returns the flags that words of a command are probably meant to be although no release reads them so: misspelt names,
 * single dashes, and lines that the command has lost. Whether such a flag is set is a guess.
 */
export function meantFlags(
  { component, lines }: JoinedCommand,
  facts: ClusterFacts,
): ReadonlyMap<string, UnknownReason> {
  const meantBy = meantByNames(facts)[component];
  const meant = new Map<string, UnknownReason>();
  const seen = new Set<string>();
  for (const { path, value } of lines) {
    for (const name of namesIn(value)) {
      if (name === undefined || seen.has(name)) continue;
      seen.add(name);
      const flag = meantBy(name);
      if (flag !== undefined) meant.set(flag, { type: 'malformed', path });
    }
  }
  return meant;
}

/** The flag that a name is, or was probably meant to be, of each component: the commands of a file share their slips. */
const meantByNames = askedOnce(({ kubernetes, release }: ClusterFacts) => {
  const meantBy = (component: ComponentName) =>
    askedOnceByName((name) => {
      const isName = kubernetes.flag(component, name, release).state !== 'unknown';
      return isName ? name : kubernetes.nearestFlag(component, name, release);
    });
  return {
    kubelet: meantBy('kubelet'),
    'kube-controller-manager': meantBy('kube-controller-manager'),
    'kube-apiserver': meantBy('kube-apiserver'),
  };
});

function namesIn({ arguments: all, cutOff }: CommandLine): readonly (string | undefined)[] {
  const lost = cutOff?.lines.flatMap(({ text }) => [...text.matchAll(/(?:^|\s)--?([A-Za-z][\w-]*)/g)]) ?? [];
  return [...all.map(nameIn), ...lost.map(([, name = '']) => normaliseFlagName(name))];
}

function nameIn(argument: Argument): string | undefined {
  if (argument.type === 'flag') return argument.flag.templated ? undefined : argument.flag.name;
  if (argument.type !== 'stray') return undefined;
  const name = /^[^\w\s]{1,3}([A-Za-z][\w-]*)/.exec(argument.stray.text)?.[1];
  return name === undefined ? undefined : normaliseFlagName(name);
}

/** Returns the fields that unknown keys of a configuration are probably meant to be: misspelt, wrongly cased, in a wrong place. */
export function meantFields(
  document: KubeletConfigurationDocument,
  { kubernetes, release }: ClusterFacts,
): ReadonlySet<string> {
  const context = { kubernetes, cluster: { target: { release } } };
  const unknown = listedFields(document, context).filter(
    ({ path, life }) => life.state === 'unknown' && path.every((step) => typeof step === 'string'),
  );
  return new Set(unknown.flatMap(({ path }) => nearestFieldTo(document, path, context)?.path ?? []));
}
