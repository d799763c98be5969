import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { workspaceRun } from '../../src/core/flow/scenarioRun';
import { simulate } from '../../src/core/flow/simulate';
import { isAtLeast } from '../../src/core/kubernetes/release';
import { Draws } from '../rules/draws';
import { lintFiles, type Files } from '../rules/examples';
import { drawPlan, kubeconfigOf } from './drawPlan';
import { planFiles } from './planFiles';

const RBAC = 'apiVersion: rbac.authorization.k8s.io/v1';
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** A cluster that bootstraps and renews, with more files beside it. */
function clusterWith(more: Readonly<Record<string, string>>): Files {
  return new Map([...planFiles(drawPlan(new Draws(1))), ...Object.entries(more)]);
}

/** Judges and plays; returns what is more than advice, and how the play ends. */
function judged(files: Files) {
  const { findings, faults, cluster } = lintFiles(files, '1.32');
  assert.deepEqual(faults, []);
  const disturbing = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const timeline = simulate(cluster, { ...workspaceRun, until: 86_400 });
  return { rules: disturbing.map(({ rule }) => rule), outcome: timeline.outcome.id, findings, timeline };
}

const fine = { rules: [], outcome: 'ready-and-renewing' };

function assertFine(files: Files): void {
  const { rules, outcome } = judged(files);
  assert.deepEqual({ rules, outcome }, fine);
}

describe('large and twisted clusters are judged and played like others', () => {
  it('a role of 10,000 rules', () => {
    const rules = numbers(10_000).map((n) => `- {apiGroups: [g${String(n)}], resources: [r], verbs: [get]}`);
    assertFine(
      clusterWith({ 'many.yaml': `${RBAC}\nkind: ClusterRole\nmetadata: {name: many}\nrules:\n${rules.join('\n')}\n` }),
    );
  });

  it('a binding to 5,000 subjects', () => {
    const subjects = numbers(5000).map(
      (n) => `- {apiGroup: rbac.authorization.k8s.io, kind: User, name: u${String(n)}}`,
    );
    const text = `${RBAC}\nkind: ClusterRoleBinding\nmetadata: {name: all}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}\nsubjects:\n${subjects.join('\n')}\n`;
    assertFine(clusterWith({ 'subjects.yaml': text }));
  });

  it('roles that aggregate one another in a ring, bound to the bootstrapping group', () => {
    const role = (name: string, of: string): string =>
      `${RBAC}\nkind: ClusterRole\nmetadata: {name: ${name}, labels: {ring: ${name}}}\naggregationRule: {clusterRoleSelectors: [{matchLabels: {ring: ${of}}}]}\nrules: []\n`;
    const binding = `${RBAC}\nkind: ClusterRoleBinding\nmetadata: {name: ring}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: a}\nsubjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:bootstrappers"}]\n`;
    assertFine(clusterWith({ 'ring.yaml': [role('a', 'b'), role('b', 'c'), role('c', 'a'), binding].join('---\n') }));
  });
});

describe('tokens of any shape are neither found wanting by accident nor shown', () => {
  for (const token of [
    'x',
    'MARKED.with.dots',
    'MARKED'.repeat(2000),
    'MARKED "quoted", and spaced',
    '密MARKED🔑',
    '{{ MARKED }}x',
  ]) {
    it(JSON.stringify(token.slice(0, 30)), () => {
      const plan = { ...drawPlan(new Draws(1)), bootstrapKubeconfig: kubeconfigOf({ token }) };
      const { findings, timeline } = judged(planFiles(plan));
      const told = findings.map(({ rule, message, related }) => ({ rule, message, related }));
      const fixes = findings.flatMap((finding) => finding.fixes.map(({ title }) => title));
      for (const output of [told, fixes, timeline]) assert.ok(!JSON.stringify(output).includes('MARKED'));
    });
  }
});

it('two control planes that contradict each other are not joined, and nothing is made up about either', () => {
  const plan = drawPlan(new Draws(1));
  const files = planFiles(plan);
  const second = [...files]
    .filter(([, text]) => text.includes('kube-controller-manager'))
    .map(([path, text]) => [`second/${path}`, text.replaceAll('ca.key', 'other.key')] as const);
  const { rules } = judged(new Map([...files, ...second]));
  assert.deepEqual(rules, []);
});

it('what an approver of serving certificates may do says nothing about who may bootstrap', () => {
  const plans = numbers(50).map((seed) => drawPlan(new Draws(seed)));
  const plan = plans.find(({ documents, release }) => documents.length > 0 && isAtLeast(release, '1.30'));
  assert.ok(plan);
  assert.deepEqual(judged(planFiles({ ...plan, roles: [], bindings: [] })).outcome, 'ready-and-renewing');
});

it('a template among the RBAC objects may hold every binding that is not in view', () => {
  const plans = numbers(50).map((seed) => drawPlan(new Draws(seed)));
  const plan = plans.find(({ bindings, release }) => bindings.length > 1 && isAtLeast(release, '1.30'));
  assert.ok(plan);
  const template = `${RBAC}\nkind: ClusterRoleBinding\nmetadata: {name: nodes}\n{{- include "binding" . }}\n`;
  const files = new Map([...planFiles({ ...plan, bindings: plan.bindings.slice(0, 1) }), ['rbac.tpl.yaml', template]]);
  const { rules, outcome } = judged(files);
  assert.deepEqual({ rules, outcome }, fine);
});
