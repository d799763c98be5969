import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { approvals, createCsr } from '../../../src/core/cluster/rbacAccess';
import { buildCluster } from '../../../src/core/cluster/buildCluster';
import { readFile } from '../../../src/core/documents/readFile';
import { RbacAuthorizer } from '../../../src/core/flow/kubeApiserver/authorization';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import type { Release } from '../../../src/core/kubernetes/release';
import { SourceText } from '../../../src/core/text/sourceText';

const kubernetes = createKubernetes(kubernetesData);
const USER = { username: 'kubelet-bootstrap', groups: ['system:bootstrappers', 'system:authenticated'] };

function authorizer(text: string, release: Release = '1.30'): RbacAuthorizer {
  const { rbac } = buildCluster([readFile(new SourceText('rbac.yaml', text))], { target: release, kubernetes });
  return new RbacAuthorizer({
    release,
    roles: rbac.roles,
    bindings: rbac.bindings,
    implied: [],
    gateIsOn: () => false,
  });
}

function binding(kind: string, role: string, subject: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: b }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: '${role}' }
subjects: [${subject}]
`;
}

function role(name: string, rules: string, rest = ''): string {
  return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: ${name}${rest} }
rules: ${rules}
`;
}

const GROUP = '{ kind: Group, name: system:bootstrappers, apiGroup: rbac.authorization.k8s.io }';

describe('RBAC', () => {
  it('lets a group do what a built-in role allows, and points at the binding', () => {
    const decision = authorizer(binding('ClusterRoleBinding', 'system:node-bootstrapper', GROUP)).authorize(
      USER,
      createCsr,
    );
    assert.equal(decision.allowed, true);
    assert.equal(decision.evidence[0]?.origin?.path, 'rbac.yaml');
  });

  it('does not let a RoleBinding give what is asked at the cluster scope', () => {
    const text = binding('RoleBinding', 'system:node-bootstrapper', GROUP);
    assert.equal(authorizer(text).authorize(USER, createCsr).allowed, false);
  });

  it('tells a user from a group of the same name, and a service account from both', () => {
    const wrong =
      '{ kind: User, name: system:bootstrappers }, { kind: ServiceAccount, name: kubelet-bootstrap, namespace: x }';
    const rbac = authorizer(binding('ClusterRoleBinding', 'system:node-bootstrapper', wrong));
    assert.equal(rbac.authorize(USER, createCsr).allowed, false);
    const account = { username: 'system:serviceaccount:x:kubelet-bootstrap', groups: [] };
    assert.equal(rbac.authorize(account, createCsr).allowed, true);
  });

  it('knows no built-in role that the release does not create', () => {
    const text = binding(
      'ClusterRoleBinding',
      'system:certificates.k8s.io:certificatesigningrequests:nodeclient',
      GROUP,
    );
    assert.equal(authorizer(text, '1.7').authorize(USER, approvals.nodeclient).allowed, false);
    assert.equal(authorizer(text, '1.8').authorize(USER, approvals.nodeclient).allowed, true);
  });

  const rules: readonly (readonly [string, boolean])[] = [
    ['[{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }]', true],
    ['[{ apiGroups: [certificates.k8s.io], resources: ["*/nodeclient"], verbs: [create] }]', true],
    ['[{ apiGroups: [certificates.k8s.io], resources: [certificatesigningrequests], verbs: [create] }]', false],
    ['[{ apiGroups: [""], resources: [certificatesigningrequests/nodeclient], verbs: [create] }]', false],
    ['[{ apiGroups: [certificates.k8s.io], resources: [certificatesigningrequests/nodeclient], verbs: [get] }]', false],
    [
      '[{ apiGroups: [certificates.k8s.io], resources: [certificatesigningrequests/nodeclient], resourceNames: [x], verbs: [create] }]',
      false,
    ],
    ['[]', false],
  ];
  for (const [text, allowed] of rules) {
    it(`${allowed ? 'allows' : 'refuses'} approval by ${text}`, () => {
      const rbac = authorizer(binding('ClusterRoleBinding', 'own', GROUP) + role('own', text));
      assert.equal(rbac.authorize(USER, approvals.nodeclient).allowed, allowed);
    });
  }

  it('adds up aggregated roles, also when they aggregate one another', () => {
    const aggregated = (name: string, wants: string): string =>
      `${role(name, '[]', `, labels: { ${name}: "true" }`)}aggregationRule: { clusterRoleSelectors: [{ matchLabels: { ${wants}: "true" } }] }\n`;
    const leaf = role('leaf', '[{ apiGroups: ["*"], resources: ["*"], verbs: [create] }]', ', labels: { a: "true" }');
    const text = binding('ClusterRoleBinding', 'a', GROUP) + aggregated('a', 'b') + aggregated('b', 'a') + leaf;
    assert.equal(authorizer(text).authorize(USER, createCsr).allowed, true);
    const cycle = binding('ClusterRoleBinding', 'a', GROUP) + aggregated('a', 'b') + aggregated('b', 'a');
    assert.equal(authorizer(cycle).authorize(USER, createCsr).allowed, false);
  });

  it('names those who have the permission when it refuses somebody else', () => {
    const text = binding('ClusterRoleBinding', 'system:node-bootstrapper', '{ kind: Group, name: somebody-else }');
    const { allowed, evidence } = authorizer(text).authorize(USER, createCsr);
    assert.equal(allowed, false);
    assert.equal(evidence[0]?.setting, 'ClusterRoleBinding b');
  });

  it('takes a role with very many rules', () => {
    const many = Array.from(
      { length: 10_000 },
      (_, index) => `{ apiGroups: [g], resources: [r${String(index)}], verbs: [get] }`,
    );
    const rbac = authorizer(binding('ClusterRoleBinding', 'own', GROUP) + role('own', `[${many.join(', ')}]`));
    assert.equal(rbac.authorize(USER, createCsr).allowed, false);
  });
});
