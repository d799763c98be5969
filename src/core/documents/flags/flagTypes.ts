import type { FlagType } from '../../kubernetes/data';
import { normaliseFlagName, takesSeparateValue } from '../../kubernetes/flagLife';
import { kubernetesData } from '../../kubernetes/kubernetesData';
import type { ComponentName } from '../component';

/** What the reader of a command line must know of a flag: does the component have it, and does it take the next word. */
export interface KnownFlag {
  readonly type: FlagType | undefined;
}

/** Returns whether a flag takes the next word for its value, undefined when no release of the component has it. */
export function takesNextWord(component: ComponentName, name: string): boolean | undefined {
  return takesSeparateValue(knownFlag(component, name)?.type);
}

/** Returns what is known of a flag in any release, or undefined when no release of the component has it. */
export function knownFlag(component: ComponentName, name: string): KnownFlag | undefined {
  const flags = kubernetesData.flags[component];
  const normal = normaliseFlagName(name);
  return Object.hasOwn(flags, normal) ? { type: flags[normal]?.type } : undefined;
}
