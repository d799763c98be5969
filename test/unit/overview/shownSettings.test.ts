import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCluster } from '../../../src/core/cluster/buildCluster';
import { componentNames } from '../../../src/core/documents/component';
import { askedByRules } from '../../../src/core/lint/askedByRules';
import { rules } from '../../../src/core/lint/rules/index';
import { shownSettings } from '../../../src/core/overview/shownSettings';
import { examplesOf, kubernetes, parse } from '../../rules/examples';

/** Lists of gates are shown gate by gate. */
const shownOtherwise = ['feature-gates'];

test('what the rules about a cluster ask for is what is shown, and nothing else', () => {
  const judging = rules.filter(({ group }) => 'BCDE'.includes(group));
  const asked = new Set<string>();
  const examples = judging
    .flatMap(({ id }) => examplesOf(id))
    .flatMap(({ bad, good }) => [bad, good].flatMap((one) => (one ? [parse(one)] : [])));

  for (const files of examples) {
    for (const target of ['1.7', '1.20', '1.30'] as const) {
      const cluster = buildCluster(files, { target, kubernetes });
      for (const { component, name } of askedByRules(judging, cluster, { kubernetes, now: undefined })) {
        if (!shownOtherwise.includes(name)) asked.add(`${component.component} ${name}`);
      }
    }
  }
  const shown = componentNames.flatMap((component) =>
    Object.values(shownSettings[component]).flatMap((settings) =>
      settings.flatMap(({ name, aliases = [] }) => [name, ...aliases].map((one) => `${component} ${one}`)),
    ),
  );
  const shownOnly = ['kubelet hostname-override'];
  assert.deepEqual(shown.filter((name) => !shownOnly.includes(name)).sort(), [...asked].sort());
});
