import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { COMPONENTS } from '../../../data/derive/sources';
import recordedFlags from '../../../data/recorded/flags-1.20.2.json' with { type: 'json' };
import recordedRbac from '../../../data/recorded/rbac-1.20.2.json' with { type: 'json' };
import { flagType } from '../../../data/derive/flagType';
import release from '../../../data/releases/1.20.json' with { type: 'json' };
import type { FlagComponent } from '../../../src/core/kubernetes/data';
import { kubernetes } from './knowledge';

/** Names that stand in the list of 1.20 and not in the program: from documentation, inference, or a build tag. */
const onlyInList: Record<FlagComponent, readonly string[]> = {
  kubelet: [],
  'kube-controller-manager': ['azure-container-registry-config', 'cloud-provider-gce-l7lb-src-cidrs'],
  'kube-apiserver': ['azure-container-registry-config', 'lease-reuse-duration-seconds'],
};

describe('flags of the running programs of 1.20.2', () => {
  for (const component of COMPONENTS) {
    const { help, hidden } = recordedFlags[component];
    const recorded = [...help, ...hidden];

    test(`${component}: accepted as listed`, () => {
      const listed: readonly string[] = release.components[component].accepted;
      assert.deepEqual(
        listed.filter((name) => !recorded.includes(name)),
        onlyInList[component],
      );
      assert.deepEqual(
        recorded.filter((name) => !listed.includes(name)),
        [],
      );
      for (const name of recorded) {
        assert.match(kubernetes.flag(component, name, '1.20').state, /^(accepted|deprecated)$/, name);
      }
    });

    test(`${component}: boolean where the program says so`, () => {
      for (const [name, told] of Object.entries(release.components[component].types)) {
        const type = kubernetes.flag(component, name, '1.20').type;
        assert.equal(type === 'bool', flagType(name, told.type) === 'bool', `${name}: ${told.type}, ${String(type)}`);
      }
    });
  }
});

interface Rule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

/** One line for each permission, so that rules grouped in another way compare equal. */
function permissions(rules: readonly Rule[]): string[] {
  const lines = rules.flatMap(({ apiGroups, resources, verbs, resourceNames, nonResourceURLs }) =>
    verbs.flatMap((verb) => [
      ...(nonResourceURLs ?? []).map((url) => `${verb} ${url}`),
      ...(apiGroups ?? []).flatMap((group) =>
        (resources ?? []).flatMap((resource) =>
          (resourceNames ?? ['']).map((name) => `${verb} ${resource}.${group} ${name}`),
        ),
      ),
    ]),
  );
  return [...new Set(lines)].filter((line) => !line.includes(' events.')).sort();
}

describe('built-in RBAC of kube-apiserver 1.20.2', () => {
  for (const [name, rules] of Object.entries(recordedRbac.clusterRoles)) {
    test(name, () => {
      const role = kubernetes.rbac.role(name, '1.20');
      assert.ok(role);
      const recorded = permissions(rules);
      const known = permissions(role.rules);
      if (role.excerpt)
        assert.deepEqual(
          known.filter((line) => !recorded.includes(line)),
          [],
        );
      else assert.deepEqual(known, recorded);
    });
  }

  test('bindings', () => {
    const known = new Map(kubernetes.rbac.bindings('1.20').map((binding) => [binding.name, binding]));
    for (const [name, { roleRef, subjects }] of Object.entries(recordedRbac.clusterRoleBindings)) {
      const binding = known.get(name);
      if (!binding) continue;
      assert.equal(binding.roleRef, roleRef);
      assert.deepEqual(
        binding.subjects.map((subject) => subject.name),
        subjects.map((subject) => subject.name),
      );
    }
  });

  test('no other built-in role of 1.20 is claimed', () => {
    const claimed = kubernetes.rbac.roles('1.20').map(({ name }) => name);
    assert.deepEqual(
      claimed.filter((name) => !Object.hasOwn(recordedRbac.clusterRoles, name)),
      [],
    );
  });
});
