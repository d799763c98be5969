import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { playOf } from '../../../src/core/flow/playOf';
import type { ScenarioRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline, TimelineEvent } from '../../../src/core/flow/timeline';
import { readWhatIf } from '../../../src/core/flow/whatIf/readWhatIf';
import type { WhatIf, WhatIfKind } from '../../../src/core/flow/whatIf/whatIf';
import { whatIfsOf } from '../../../src/core/flow/whatIf/whatIfs';
import { withWhatIfs } from '../../../src/core/flow/whatIf/withWhatIfs';
import { handMadeCluster, type HandMade } from './handMadeCluster';
import { Draws, randomCase } from './randomCluster';

const COUNT = 3000;

interface Case {
  readonly seed: number;
  readonly cluster: HandMade;
  readonly run: ScenarioRun;
  readonly chosen: readonly WhatIf[];
}

const TIMES: readonly [string, ...string[]] = ['0s', '30s', '10m', '1h', '1d', '3d'];

/** A random cluster with up to four random what-ifs. */
function caseOf(seed: number): Case {
  const { cluster, run } = randomCase(seed);
  const draws = new Draws(seed * 7919);
  for (let skip = 0; skip < 5; skip += 1) draws.next();
  const kinds = whatIfsOf(cluster.release) as readonly [WhatIfKind, ...WhatIfKind[]];
  const texts = Array.from({ length: Math.floor(draws.next() * 5) }, () => randomText(draws.pick(kinds), draws));
  const chosen = texts.flatMap((text) => {
    const whatIf = readWhatIf(text, cluster.release);
    return 'problem' in whatIf ? [] : [whatIf];
  });
  const withSeed = draws.chance(0.5) ? { ...run, jitterSeed: seed } : run;
  return { seed, cluster, run: withWhatIfs(withSeed, chosen), chosen };
}

function randomText({ id, form, offered }: WhatIfKind, draws: Draws): string {
  const time = (): string => draws.pick(TIMES);
  switch (form) {
    case 'span':
      return `${id}=${time()}..${time()}`;
    case 'moment':
    case 'duration':
      return `${id}=${time()}`;
    case 'offset':
      return `${id}=${draws.pick(['', '-'])}${time()}`;
    case 'file-at':
      return `${id}=${draws.pick(['kubeconfig', 'bootstrap-kubeconfig', 'client-certificate'])}@${time()}`;
    case 'release-at':
      return `${id}=1.${String(10 + Math.floor(draws.next() * 27))}@${time()}`;
    default:
      return `${id}=${draws.pick(offered as readonly [string, ...string[]])}`;
  }
}

const cases = Array.from({ length: COUNT }, (_, index) => caseOf(index + 1));
const stories = cases.map((one) => simulate(handMadeCluster(one.cluster), one.run));

/** Runs a check on every story and names the first that fails. */
function always(check: (timeline: Timeline, one: Case) => void): void {
  stories.forEach((timeline, index) => {
    const one = cases[index];
    if (one === undefined) return;
    try {
      check(timeline, one);
    } catch (error) {
      throw new Error(`seed ${String(one.seed)}: ${JSON.stringify(one)}`, { cause: error });
    }
  });
}

const CSR = 'certificatesigningrequests';
const CREATORS = ['system:node-bootstrapper', 'cluster-admin'];

/** Whether RBAC as the case writes it lets somebody do it, by a reading of its own. */
function mayDo(
  one: Case,
  resource: string,
  roles: readonly string[],
  user: string,
  groups: readonly string[],
): boolean {
  if (one.run.settings?.['--authorization-mode'] === 'AlwaysAllow') return true;
  const change = one.run.bindings?.find((binding) => binding.resource === resource);
  if (change !== undefined) return change.isPresent;
  return (one.cluster.bindings ?? []).some(
    ([role, subject]) =>
      roles.includes(role) && (subject === `User:${user}` || groups.some((group) => subject === `Group:${group}`)),
  );
}

function isNode(user: string, groups: readonly string[]): boolean {
  return user.startsWith('system:node:') && groups.includes('system:nodes');
}

/** A certificate that was signed may lie in no file any more. */
function lifeOf({ notBefore_s, notAfter_s }: TimelineEvent['details']): { notBefore: number; notAfter: number } {
  return { notBefore: Number(notBefore_s), notAfter: Number(notAfter_s) };
}

function named(timeline: Timeline, kind: TimelineEvent['kind']): readonly unknown[] {
  return timeline.events.filter((event) => event.kind === kind).map(({ details }) => details.name);
}

/** Whether the story rests on bindings that no file shows. */
function assumesBindings({ assumptions }: Timeline): boolean {
  return assumptions.some(({ setting }) => setting === 'RBAC bindings for bootstrapping');
}

describe('whatever is asked of whatever cluster', () => {
  it('many stories are told, with every kind of question', () => {
    const asked = new Set(cases.flatMap(({ chosen }) => chosen.map(({ id }) => id)));
    assert.deepEqual(
      [...whatIfsOf('1.20'), ...whatIfsOf('1.9')].filter(({ id }) => !asked.has(id)),
      [],
    );
    assert.ok(new Set(stories.map(({ outcome }) => outcome.id)).size >= 8);
  });

  it('time never runs back, and the same input gives the same story', () => {
    always(({ events }, { run }) => {
      let before = 0;
      for (const { t } of events) {
        assert.ok(t >= before && t <= (run.until ?? 0) + 0.001);
        before = t;
      }
    });
    for (let index = 0; index < COUNT; index += 20) {
      const one = caseOf(index + 1);
      assert.deepEqual(simulate(handMadeCluster(one.cluster), one.run), stories[index]);
    }
  });

  it('nothing is signed that was not approved', () => {
    always((timeline) => {
      const approved = named(timeline, 'csr-approve');
      for (const name of named(timeline, 'csr-sign')) assert.ok(approved.includes(name), String(name));
    });
  });

  it('no identity does what RBAC refuses', () => {
    always((timeline, one) => {
      if (assumesBindings(timeline)) return;
      for (const { username, groups } of timeline.csrs) {
        assert.ok(isNode(username, groups) || mayDo(one, CSR, CREATORS, username, groups), username);
      }
      const requests = new Map(timeline.csrs.map((request) => [request.name, request]));
      for (const { kind, details, message } of timeline.events) {
        if (kind !== 'csr-approve' || details.reason !== 'AutoApproved') continue;
        const request = requests.get(String(details.name));
        if (request === undefined || message.includes('serv') || message.startsWith('Auto approving of all')) continue;
        const allowed = ['nodeclient', 'selfnodeclient'].some((kindOf) => {
          const role = `system:certificates.k8s.io:${CSR}:${kindOf}`;
          const roles = [role, `approve-${kindOf}`, 'cluster-admin'];
          return mayDo(one, `${CSR}/${kindOf}`, roles, request.username, request.groups);
        });
        assert.ok(allowed, message);
      }
    });
  });

  it('no certificate opens the API server outside its validity, by the clock of the API server', () => {
    always(({ events, certificates }, { run }) => {
      const ahead = run.clockAhead?.controlPlane ?? 0;
      const lives = [
        ...certificates.filter(({ purpose }) => purpose === 'client'),
        ...(run.operations ?? []).filter((one) => one.type === 'replace-client-certificate'),
        ...events.filter(({ kind }) => kind === 'csr-sign').map(({ details }) => lifeOf(details)),
      ];
      for (const { kind, t, details } of events) {
        const isEntry = kind === 'node-ready' || kind === 'node-register';
        const isRequest = details.phase === 'authenticate' && details.credential === 'certificate' && details.allowed;
        if (!isEntry && isRequest !== true) continue;
        assert.ok(lives.some(({ notBefore, notAfter }) => notBefore <= t + ahead && t + ahead <= notAfter));
      }
    });
  });

  it('a play can be made of it', () => {
    always((timeline) => {
      const { steps } = playOf(timeline, { id: 'flow.scenario.today.title', params: {} });
      assert.ok(steps.length > 0 && steps.length <= 120, String(steps.length));
    });
  });
});
