import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Cluster } from '../../src/core/cluster/cluster';
import { scenarioCluster } from '../../src/core/flow/scenarioCluster';
import { workspaceRun, type ScenarioRun } from '../../src/core/flow/scenarioRun';
import { scenarios } from '../../src/core/flow/scenarios/index';
import { simulate } from '../../src/core/flow/simulate';
import type { Evidence } from '../../src/core/flow/timeline';
import { whatIfsOf } from '../../src/core/flow/whatIf/whatIfs';
import type { Release } from '../../src/core/kubernetes/release';
import { exercises } from '../../src/core/lab/exercises/index';
import { rules } from '../../src/core/lint/rules/index';
import { examplesOf, kubernetes, lintFiles, type Files } from '../rules/examples';
import { filesOfSet, quietSets, releaseOfSet } from './quietSets';

/** What is named that is no setting of Kubernetes. */
const PROSE = new Set([
  'ClusterRoleBinding',
  'admission plugin',
  'client certificate rotation',
  'cluster',
  'current-context',
  'kube-apiserver',
  'server',
  'serving certificate bootstrap',
  'signing duration',
  'token file',
]);

const CONFIGURATION = 'kubelet.config.k8s.io/v1beta1';

/** Whether a release would take a setting of that name: one that is not written must be one that could be. */
function couldBeWritten(setting: string, release: Release): boolean {
  if (PROSE.has(setting)) return true;
  if (!setting.startsWith('--')) {
    const field = kubernetes.configFields.field(CONFIGURATION, setting.split('.'), release)?.state;
    return field === 'known' || kubernetes.gate(setting, release).default !== undefined;
  }
  const components = ['kubelet', 'kube-apiserver', 'kube-controller-manager'] as const;
  const lives = components.map((component) => kubernetes.flag(component, setting.slice(2), release));
  return lives.some(
    ({ state, replacement, field }) =>
      state === 'accepted' || (state === 'deprecated' && (replacement?.flag === undefined || field !== undefined)),
  );
}

/** The last word of `ClusterRoleBinding name` and `authentication.x509.clientCAFile`; kubeadm's files leave the dashes of flags out. */
function lastWord(setting: string): string {
  return setting.split(/[ .]|^--/).at(-1) ?? '';
}

/** Returns what is wrong with the names of a play's evidence. */
function misnamed(cluster: Cluster, run: ScenarioRun): readonly string[] {
  const texts = new Map(cluster.files.map(({ source }) => [source.path, source.text]));
  const { events, outcome, assumptions } = simulate(cluster, run);
  const { release } = cluster.target;
  const isAsWritten = ({ setting, origin }: Evidence): boolean => {
    const text = origin && texts.get(origin.path)?.slice(origin.range.start, origin.range.end);
    return text?.includes(setting) === true || text?.includes(lastWord(setting)) === true;
  };
  const wrong = [...events, outcome].flatMap(({ evidence }) =>
    evidence.filter((one) => {
      if (one.value !== undefined && one.origin) return !isAsWritten(one);
      return !isAsWritten(one) && !couldBeWritten(one.setting, release);
    }),
  );
  const all = [...texts.values()].join('\n');
  const named = assumptions.flatMap(({ setting }) => (/^--|^\w+$/.test(setting) ? [setting] : []));
  return [
    ...new Set(wrong.map(({ setting, value, origin }) => `${setting}: ${String(value)} in ${origin?.path ?? 'no file'}`)),
    ...named.filter((setting) => !couldBeWritten(setting, release) && !all.includes(setting)),
  ];
}

/** The settings that what-ifs change, in the releases in which they are offered. */
function misnamedWhatIfs(release: Release): readonly string[] {
  const names = whatIfsOf(release).flatMap(({ effect }) => (effect.type === 'setting' ? [effect.name] : []));
  return names.filter((name) => !couldBeWritten(name, release));
}

function check(name: string, files: Files, release: Release | 'auto', run: ScenarioRun): void {
  it(name, () => {
    assert.deepEqual(misnamed(lintFiles(files, release).cluster, run), []);
  });
}

describe('evidence names settings as they stand in the files, or as they could stand there', () => {
  for (const scenario of scenarios) {
    it(scenario.id, () => {
      assert.deepEqual(misnamed(scenarioCluster(scenario, kubernetes), { id: scenario.id, ...scenario.run }), []);
    });
  }
  for (const { id, files, release, run } of exercises) {
    check(`exercise ${id}`, new Map(files.map(({ path, text }) => [path, text])), release, { id, ...run });
  }
  for (const name of quietSets) check(name, filesOfSet(name), releaseOfSet(name), workspaceRun);
  for (const release of ['1.4', '1.7', '1.8', '1.10', '1.11', '1.18', '1.19', '1.36'] as const) {
    it(`what-ifs of ${release}`, () => {
      assert.deepEqual(misnamedWhatIfs(release), []);
    });
  }
  for (const { id } of rules) {
    for (const { name, bad, fixed, good, expected } of examplesOf(id)) {
      const release = expected?.release ?? 'auto';
      for (const [kind, files] of Object.entries({ bad, fixed, good }))
        if (files) check(`${id} ${name}.${kind}`, files, release, workspaceRun);
    }
  }
});
