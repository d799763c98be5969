import assert from 'node:assert/strict';
import { test } from 'node:test';

import { buildCluster } from '../../../src/core/cluster/buildCluster';
import { readFile } from '../../../src/core/documents/readFile';
import { kubernetes } from '../../../src/core/flow/kubernetesFacts';
import { scenarioById } from '../../../src/core/flow/scenarios/index';
import { simulate } from '../../../src/core/flow/simulate';
import { SourceText } from '../../../src/core/text/sourceText';

/** Ends the story of a scenario whose RBAC is this text. */
function outcomeWith(rbac: string): string {
  const scenario = scenarioById('automatic-approval');
  assert.ok(scenario);
  const files = scenario.files.map(({ path, text }) =>
    readFile(new SourceText(path, path === 'bootstrap-rbac.yaml' ? rbac : text)),
  );
  const cluster = buildCluster(files, { target: scenario.release, kubernetes });
  return simulate(cluster, { id: 'large', ...scenario.run, view: 'complete' }).outcome.id;
}

function role(name: string, ...rest: readonly string[]): string {
  return [
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: ClusterRole',
    'metadata:',
    `  name: ${name}`,
    ...rest,
  ].join('\n');
}

function binding(name: string, roleName: string): string {
  return [
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: ClusterRoleBinding',
    `metadata: {name: ${name}}`,
    `roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${roleName}}`,
    'subjects: [{kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:authenticated"}]',
  ].join('\n');
}

const RULE = (resource: string): string =>
  `- {apiGroups: [certificates.k8s.io], resources: [${resource}], verbs: [create]}`;

const CSR = 'certificatesigningrequests';

test('a role of ten thousand rules, bound a thousand times, is read to its last rule', () => {
  const rules = Array.from({ length: 10_000 }, (_, index) => RULE(`nothing-${String(index)}`));
  const last = [CSR, `${CSR}/nodeclient`, `${CSR}/selfnodeclient`].map(RULE);
  const bindings = Array.from({ length: 1000 }, (_, index) => binding(`b-${String(index)}`, 'large'));
  assert.equal(
    outcomeWith([role('large', 'rules:', ...rules, ...last), ...bindings].join('\n---\n')),
    'ready-and-renewing',
  );
  assert.equal(outcomeWith([role('large', 'rules:', ...rules), ...bindings].join('\n---\n')), 'exited');
});

test('roles that aggregate each other in a circle end', () => {
  const circle = (name: string, from: string, ...rest: readonly string[]): string =>
    role(
      name,
      `  labels: {of: ${name}}`,
      `aggregationRule: {clusterRoleSelectors: [{matchLabels: {of: ${from}}}, {matchLabels: {of: leaf}}]}`,
      ...rest,
    );
  const leaf = role(
    'leaf',
    '  labels: {of: leaf}',
    'rules:',
    ...[CSR, `${CSR}/nodeclient`, `${CSR}/selfnodeclient`].map(RULE),
  );
  const documents = [circle('a', 'b'), circle('b', 'a'), binding('round', 'a')];
  assert.equal(outcomeWith([...documents, leaf].join('\n---\n')), 'ready-and-renewing');
  assert.equal(outcomeWith(documents.join('\n---\n')), 'exited');
});

test('a ring of two thousand roles, each bound, is walked in one piece', () => {
  const count = 2000;
  const roles = Array.from({ length: count }, (_, index) =>
    role(
      `r-${String(index)}`,
      `  labels: {ring: "${String(index)}"}`,
      `aggregationRule: {clusterRoleSelectors: [{matchLabels: {ring: "${String((index + 1) % count)}"}}]}`,
      'rules: []',
    ),
  );
  const bindings = Array.from({ length: count }, (_, index) => binding(`b-${String(index)}`, `r-${String(index)}`));
  assert.equal(outcomeWith([...roles, ...bindings].join('\n---\n')), 'exited');
});
