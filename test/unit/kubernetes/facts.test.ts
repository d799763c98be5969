import assert from 'node:assert/strict';
import { test } from 'node:test';

import { carryForward } from '../../../data/derive/carryForward';
import type { CuratedFlag } from '../../../data/derive/flags';
import { minorOf, rangeOf } from '../../../data/derive/sources';
import featureGates from '../../../data/feature-gates.json' with { type: 'json' };
import flagFacts from '../../../data/flags.json' with { type: 'json' };
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { releaseOf } from '../../../src/core/kubernetes/release';
import { kubernetes } from './knowledge';

type CuratedRow = CuratedFlag & {
  readonly acceptedRanges: readonly string[];
  readonly deprecatedIn: string | null;
  readonly kubeletConfigurationField: string | null;
};

const { flags: curated } = carryForward(flagFacts, kubernetes.releases.newest) as { flags: readonly CuratedRow[] };

test('the curated flags agree with the lists of the releases', () => {
  for (const row of curated) {
    const data = kubernetesData.flags[row.component][row.flag];
    assert.ok(data, row.flag);
    assert.deepEqual(data.accepted, row.acceptedRanges.map(rangeOf), row.flag);
    const since = data.deprecated?.[0]?.[0];
    if (row.deprecatedIn !== null) assert.equal(since, minorOf(row.deprecatedIn), row.flag);
  }
});

test('the fields the curated flags name are those the flags set', () => {
  for (const row of curated) {
    if (row.component !== 'kubelet' || row.kubeletConfigurationField === null) continue;
    assert.equal(
      kubernetes.flag('kubelet', row.flag, kubernetes.releases.newest).field,
      row.kubeletConfigurationField,
      row.flag,
    );
  }
});

test('gates end where their facts say', () => {
  for (const [name, facts] of Object.entries(featureGates.gates)) {
    const removedIn = 'removedIn' in facts ? facts.removedIn : undefined;
    const last = kubernetesData.gates[name]?.spans.at(-1)?.[1];
    if (removedIn !== undefined) assert.equal(last === undefined ? undefined : releaseOf(last + 1), removedIn, name);
  }
});
