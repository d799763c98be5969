import type { FlagComponent, FlagData, FlagsData, FlagTypeOrigin } from '../../src/core/kubernetes/data';
import type { ConfigField } from './configFields';
import { flagType } from './flagType';
import { COMPONENTS, minorOf, rangeOf, rangesOf, type ReleaseFile } from './sources';

/** A row of flags.json, as far as it is used here. */
export interface CuratedFlag {
  readonly component: FlagComponent;
  readonly flag: string;
  readonly type: string;
  readonly defaults: readonly { readonly from: string; readonly to: string; readonly value: string }[];
  readonly values?: readonly string[];
  readonly replacement: string | null;
  readonly replacementFlag?: string;
  readonly replacementKeepsValue?: boolean;
}

/** A row of flag-types.json: types read outside the release files. */
export interface FoundType {
  readonly component: FlagComponent;
  readonly flag: string;
  readonly type: string;
}

export interface FlagFacts {
  readonly releases: readonly ReleaseFile[];
  readonly curated: readonly CuratedFlag[];
  readonly found: readonly FoundType[];
  readonly fields: readonly ConfigField[];
}

export function deriveFlags(facts: FlagFacts): FlagsData {
  const component = (name: FlagComponent): Record<string, FlagData> => {
    const names = new Set(facts.releases.flatMap((file) => file.components[name].accepted));
    return Object.fromEntries([...names].sort().map((flag) => [flag, flagData(facts, name, flag)]));
  };
  return Object.fromEntries(COMPONENTS.map((name) => [name, component(name)])) as unknown as FlagsData;
}

function flagData(facts: FlagFacts, component: FlagComponent, flag: string): FlagData {
  const where = (list: 'accepted' | 'deprecated' | 'onlyInDocs' | 'inferred'): number[] =>
    facts.releases
      .filter((file) => file.components[component][list]?.includes(flag))
      .map((file) => minorOf(file.version));
  const curated = facts.curated.find((row) => row.component === component && row.flag === flag);
  const deprecated = rangesOf(where('deprecated'));
  const uncertain = rangesOf([...where('onlyInDocs'), ...where('inferred')].sort((a, b) => a - b));
  const fields = component === 'kubelet' ? fieldRanges(facts.fields, flag) : [];
  const defaults = curated
    ? curated.defaults.map(({ from, to, value }) => [minorOf(from), minorOf(to), value] as const)
    : toldDefaults(facts.releases, component, flag);
  const values = curated?.values;
  return {
    accepted: rangesOf(where('accepted')),
    ...(deprecated.length > 0 && { deprecated }),
    ...(uncertain.length > 0 && { uncertain }),
    ...typeOf(facts, component, flag, curated),
    ...(values && { values }),
    ...(defaults.length > 0 && { defaults }),
    ...(fields.length > 0 && { fields }),
    ...(curated && replacement(curated)),
  };
}

function typeOf(
  facts: FlagFacts,
  component: FlagComponent,
  flag: string,
  curated: CuratedFlag | undefined,
): Pick<FlagData, 'type' | 'typeFrom'> {
  const as = (type: string, typeFrom: FlagTypeOrigin) => ({ type: flagType(flag, type), typeFrom });
  if (curated) return as(curated.type, 'source');
  const told = [...facts.releases].reverse().find((file) => file.components[component].types?.[flag]);
  const toldType = told?.components[component].types?.[flag];
  if (toldType) return as(toldType.type, 'program');
  const found = facts.found.find((row) => row.component === component && row.flag === flag);
  if (found) return as(found.type, 'source');
  const field = component === 'kubelet' && facts.fields.find((row) => Object.hasOwn(row.flags ?? {}, flag));
  return field ? as(field.type, 'field') : {};
}

/** Defaults told by running programs, from the first to the last telling when all agree, else one by one. */
function toldDefaults(
  releases: readonly ReleaseFile[],
  component: FlagComponent,
  flag: string,
): [number, number, string][] {
  const told: [number, number, string][] = [];
  for (const file of releases) {
    const row = file.components[component].types?.[flag];
    if (row?.default === undefined) continue;
    const minor = minorOf(file.version);
    const last = told.at(-1);
    if (last?.[2] === row.default) last[1] = minor;
    else told.push([minor, minor, row.default]);
  }
  return told;
}

function fieldRanges(fields: readonly ConfigField[], flag: string): [number, number, string][] {
  const rows = fields.flatMap(({ path, flags }) =>
    (flags?.[flag] ?? []).map((range): [number, number, string] => [...rangeOf(range), path]),
  );
  rows.sort((a, b) => a[0] - b[0]);
  return rows.reduce<[number, number, string][]>((joined, row) => {
    const last = joined.at(-1);
    if (last?.[2] === row[2] && last[1] + 1 === row[0]) last[1] = row[1];
    else joined.push([...row]);
    return joined;
  }, []);
}

function replacement(row: CuratedFlag): Pick<FlagData, 'replacement' | 'keepsValue' | 'advice'> {
  if (row.replacementFlag === undefined) return row.replacement === null ? {} : { advice: row.replacement };
  return {
    replacement: row.replacementFlag,
    keepsValue: row.replacementKeepsValue === true,
    ...(row.replacement !== `--${row.replacementFlag}` && row.replacement !== null && { advice: row.replacement }),
  };
}
