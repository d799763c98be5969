import type { ParsedFile } from '../documents/document';
import type { Finding } from './finding';
import type { Rule } from './rule';
import { silences, silencingsIn, type Silencing, type UnusedSilencing } from './silencing';

/** The rules there are, and those of them that ran. */
export interface RuleSets {
  readonly all: readonly Rule[];
  readonly active: readonly Rule[];
}

export interface Silenced {
  readonly kept: readonly Finding[];
  readonly unused: readonly UnusedSilencing[];
}

/** Returns the findings that no comment silences, and the comments that silenced none. */
export function applySilencings(findings: readonly Finding[], files: readonly ParsedFile[], rules: RuleSets): Silenced {
  const silencings = files.flatMap((file) => silencingsIn(file).map((silencing) => ({ file, silencing })));
  if (silencings.length === 0) return { kept: findings, unused: [] };
  const silenced = new Map(silencings.map(({ silencing }) => [silencing, findingsOf(silencing, findings)]));
  const gone = new Set([...silenced.values()].flat());
  return {
    kept: findings.filter((finding) => !gone.has(finding)),
    unused: silencings.flatMap(({ file, silencing }) =>
      unusedParts(silencing, silenced.get(silencing) ?? [], rules).map((part) => ({
        source: file.source,
        silencing,
        ...part,
      })),
    ),
  };
}

function findingsOf(silencing: Silencing, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => silences(silencing, finding));
}

/** A rule that is switched off might have found something: its comment is not called unused. */
function unusedParts(
  { rules: named }: Silencing,
  silenced: readonly Finding[],
  { all, active }: RuleSets,
): readonly Pick<UnusedSilencing, 'rule' | 'unknown'>[] {
  if (named.length === 0) return silenced.length === 0 ? [{ rule: undefined, unknown: false }] : [];
  return named.flatMap((rule) => {
    const unknown = !all.some(({ id }) => id === rule.value);
    const ran = active.some(({ id }) => id === rule.value);
    if (!unknown && (!ran || silenced.some((finding) => finding.rule === rule.value))) return [];
    return [{ rule, unknown }];
  });
}
