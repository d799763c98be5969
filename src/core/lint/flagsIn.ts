import { flagsOf, type Flag } from '../documents/commandLine';
import type { ComponentName } from '../documents/component';
import type { FlagsDocument } from '../documents/document';

export type FlagsByName = ReadonlyMap<string, readonly Flag[]>;

const known = new WeakMap<FlagsDocument, Map<ComponentName, FlagsByName>>();

/** Returns the flags that a file gives to a component, by name; gathered once for a document, however many flags ask. */
export function flagsIn(document: FlagsDocument, component: ComponentName): FlagsByName {
  const ofDocument = known.get(document) ?? new Map<ComponentName, FlagsByName>();
  known.set(document, ofDocument);
  const flags = ofDocument.get(component) ?? gather(document, component);
  ofDocument.set(component, flags);
  return flags;
}

function gather({ commandLines }: FlagsDocument, component: ComponentName): FlagsByName {
  const flags = new Map<string, Flag[]>();
  for (const flag of commandLines.filter((line) => line.component === component).flatMap(flagsOf)) {
    const same = flags.get(flag.name);
    if (same) same.push(flag);
    else flags.set(flag.name, [flag]);
  }
  return flags;
}
