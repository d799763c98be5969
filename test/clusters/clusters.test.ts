import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';

import { workspaceRun } from '../../src/core/flow/scenarioRun';
import { simulate } from '../../src/core/flow/simulate';
import type { Timeline } from '../../src/core/flow/timeline';
import type { LintResult } from '../../src/core/lint/lintTypes';
import { rules } from '../../src/core/lint/rules/index';
import { Draws } from '../rules/draws';
import { lintFiles, titleOf, type Files } from '../rules/examples';
import { bootstrapBreaks } from './bootstrapBreaks';
import type { Break } from './break';
import type { ClusterPlan } from './clusterPlan';
import { drawKubeadmPlan } from './drawKubeadmPlan';
import { drawPlan } from './drawPlan';
import { laterBreaks } from './laterBreaks';
import { planFiles } from './planFiles';
import { requestBreaks } from './requestBreaks';
import { startBreaks } from './startBreaks';

const VALID_SEEDS = 120;
const KUBEADM_SEEDS = 40;
/** How many clusters are broken in each way, and among how many seeds they are looked for. */
const TIMES = 8;
const KUBEADM_TIMES = 4;
const SEEDS = 300;
const DAY = 86_400;

const breaks = [...startBreaks, ...bootstrapBreaks, ...requestBreaks, ...laterBreaks];

/** Errors of these rules keep a node from its first certificate. */
const DECISIVE = new Set(rules.filter(({ group }) => 'AB'.includes(group)).map(({ id }) => id));

interface Judged {
  readonly result: LintResult;
  readonly timeline: Timeline;
}

function judged(plan: ClusterPlan, days: number): Judged {
  const result = lintFiles(planFiles(plan), plan.release);
  return { result, timeline: simulate(result.cluster, { ...workspaceRun, until: days * DAY }) };
}

const isEverReady = ({ node }: Timeline): boolean => node.some(({ ready }) => ready === 'True');

function countsOf({ findings }: LintResult): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** Says what must be known to see a failure again. */
function withFiles(plan: ClusterPlan, check: () => void): void {
  try {
    check();
  } catch (error) {
    const files: Files = planFiles(plan);
    const texts = [...files].map(([path, text]) => `--- ${path}\n${text}`).join('');
    throw new Error(`release ${plan.release}\n${texts}`, { cause: error });
  }
}

function checkValid(plan: ClusterPlan): void {
  const { result, timeline } = judged(plan, 800);
  const disturbing = result.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  assert.deepEqual(result.faults, []);
  assert.deepEqual(
    disturbing.map(({ rule, message }) => `${rule}: ${titleOf(message)}`),
    [],
  );
  // What kubeadm sets itself stands in no file.
  if (plan.hosts.madeBy === 'hand') assert.deepEqual(timeline.assumptions, []);
  // A kubelet of 1.7 renews and goes on with its old connection until it is started again (rot.17).
  if (plan.release === '1.7') assert.ok(isEverReady(timeline));
  else assert.equal(timeline.outcome.id, 'ready-and-renewing');
}

describe('clusters that bootstrap and renew', () => {
  for (let seed = 0; seed < VALID_SEEDS; seed += 1) {
    const plan = drawPlan(new Draws(seed));
    it(`seed ${String(seed)} at ${plan.release}`, () => {
      withFiles(plan, () => {
        checkValid(plan);
      });
    });
  }

  for (let seed = 0; seed < KUBEADM_SEEDS; seed += 1) {
    const plan = drawKubeadmPlan(new Draws(seed));
    it(`by kubeadm, seed ${String(seed)} at ${plan.release}`, () => {
      withFiles(plan, () => {
        checkValid(plan);
      });
    });
  }
});

function checkBroken(broken: Break, plan: ClusterPlan, made: ClusterPlan): void {
  const before = countsOf(lintFiles(planFiles(plan), plan.release));
  const { result, timeline } = judged(made, 3);
  const added = [...countsOf(result)].filter(([rule, count]) => count > (before.get(rule) ?? 0));
  assert.deepEqual(result.faults, []);
  const own = added.find(([rule]) => rule === broken.rule);
  assert.ok(own, `found: ${added.map(([rule]) => rule).join(', ')}`);
  if (broken.several !== true) assert.equal(own[1] - (before.get(broken.rule) ?? 0), 1, 'found once');
  const others = added.map(([rule]) => rule).filter((rule) => rule !== broken.rule);
  assert.deepEqual(
    others.filter((rule) => !broken.companions?.includes(rule)),
    [],
  );
  checkAgreement(broken, result, timeline);
}

/** An error of groups A and B means never Ready; without one, whatever keeps the node from it has been named. */
function checkAgreement({ rule, readyAllTheSame: excuse }: Break, { findings }: LintResult, timeline: Timeline): void {
  const isError = findings.some((finding) => finding.severity === 'error' && DECISIVE.has(finding.rule));
  const isReady = isEverReady(timeline);
  if (excuse !== undefined) {
    assert.ok(isError && isReady, `they agree now: “${excuse}” is no excuse any more`);
    return;
  }
  if (isError) assert.equal(isReady, false, 'Ready in spite of an error');
  // The rule of the break is found; that it can be the reason is what its group or severity says.
  if (!isError && !isReady) assert.ok(NAMES_A_FAILURE.has(rule), `${rule} does not say that the node fails`);
}

/** Rules outside the errors of A and B that say: this node does not become Ready, or does not start. */
const NAMES_A_FAILURE = new Set([
  'bootstrap-subject-unknown',
  'csr-approval-unbound',
  'controller-manager-cannot-approve',
  'signing-duration-invalid',
  'signing-duration-short',
  'server-gate-contradiction',
  'server-rotation-gate-missing',
]);

type Draw = (draws: Draws) => ClusterPlan;

/** Breaks clusters as often as asked for, and returns how often it could: a break may change nothing in these files. */
function breakClusters(broken: Break, draw: Draw, most: number): number {
  let times = 0;
  for (let seed = 0; seed < SEEDS && times < most; seed += 1) {
    const draws = new Draws(seed);
    const plan = draw(draws);
    const made = broken.make(plan, draws);
    if (!made || isDeepStrictEqual(planFiles(plan), planFiles(made))) continue;
    times += 1;
    withFiles(made, () => {
      try {
        checkBroken(broken, plan, made);
      } catch (error) {
        throw new Error(`seed ${String(seed)}`, { cause: error });
      }
    });
  }
  return times;
}

describe('clusters that are broken in one way', () => {
  for (const broken of breaks) {
    it(`${broken.rule}: ${broken.name}`, () => {
      assert.ok(breakClusters(broken, drawPlan, TIMES) > 0, 'no cluster can be broken so');
    });
  }
});

describe('clusters of kubeadm that are broken in one way', () => {
  const made = new Set<string>();
  for (const broken of breaks) {
    it(`${broken.rule}: ${broken.name}`, () => {
      if (breakClusters(broken, drawKubeadmPlan, KUBEADM_TIMES) > 0) made.add(broken.rule);
    });
  }

  it('flags, gates, fields and kubeconfigs among them', () => {
    const least = ['flag-unknown', 'feature-gate-removed', 'config-field-unknown', 'bootstrap-kubeconfig-incomplete'];
    assert.deepEqual(
      least.filter((rule) => !made.has(rule)),
      [],
    );
  });
});

/** Rules of groups A to D that no break is about, each with the reason. */
const NOT_BROKEN: Readonly<Record<string, string>> = {
  'flag-deprecated': 'a hint about what works',
  'feature-gate-redundant': 'a hint about what works',
  'serving-rotation-missing': 'said of every valid cluster that serves a self-signed certificate',
  'approve-all-flag': 'the flag is of releases before 1.7',
};

it('every rule of groups A to D is asked for', () => {
  const asked = new Set([...breaks.map(({ rule }) => rule), ...Object.keys(NOT_BROKEN)]);
  const left = rules.filter(({ id, group }) => 'ABCD'.includes(group) && !asked.has(id));
  assert.deepEqual(
    left.map(({ id }) => id),
    [],
  );
});
