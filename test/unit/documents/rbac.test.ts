import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { applyEdits } from '../../../src/core/text/edit';
import type { NewClusterRoleBinding, RbacDocument } from '../../../src/core/documents/document';
import type { RbacObject } from '../../../src/core/documents/rbacObject';
import { read, variants } from './reading';

const V1 = 'rbac.authorization.k8s.io/v1';

const binding = `apiVersion: ${V1}
kind: ClusterRoleBinding
metadata:
  name: kubelet-bootstrap # first
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: "system:node-bootstrapper"
subjects:
- kind: User
  name: kubelet-bootstrap
  apiGroup: rbac.authorization.k8s.io
- kind: ServiceAccount
  name: x
  namespace: kube-system
`;

const role = `kind: ClusterRole
apiVersion: rbac.authorization.k8s.io/v1beta1
metadata:
  name: approve
  labels: {rbac.example.com/aggregate: "true"}
rules:
- apiGroups: ["certificates.k8s.io"]
  resources:
  - certificatesigningrequests/nodeclient
  verbs: [create]
- nonResourceURLs: ['/healthz']
  verbs: ['get']
`;

const aggregated = `apiVersion: ${V1}
kind: ClusterRole
metadata: {name: all}
aggregationRule:
  clusterRoleSelectors:
  - matchLabels: {rbac.example.com/aggregate: "true"}
rules: []
`;

const list = `apiVersion: v1
kind: List
items:
  - ${binding.trimEnd().replaceAll('\n', '\n    ')}
  - apiVersion: v1
    kind: ServiceAccount
    metadata: {name: x}
`;

const jsonList = `${JSON.stringify(
  {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      {
        apiVersion: V1,
        kind: 'ClusterRoleBinding',
        metadata: { name: 'a' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'b' },
        subjects: [{ kind: 'Group', name: 'c' }],
      },
    ],
  },
  undefined,
  4,
)}\n`;

const added: NewClusterRoleBinding = {
  name: 'auto-approve-renewals',
  apiVersion: V1,
  roleName: 'system:certificates.k8s.io:certificatesigningrequests:selfnodeclient',
  subjectKind: 'Group',
  subjectName: 'system:nodes',
};

function rbacIn(path: string, text: string): readonly RbacDocument[] {
  const file = read(path, text);
  assert.deepEqual(file.problems, []);
  return file.documents.filter((document) => document.type === 'rbac');
}

/** An object without its places. */
function told(object: RbacObject): unknown {
  const base = {
    kind: object.kind,
    apiVersion: object.apiVersion,
    name: object.name.value,
    namespace: object.namespace,
  };
  if ('rules' in object) {
    const rules = object.rules.map(({ range, ...rule }) => {
      assert.ok(range.end > range.start);
      return rule;
    });
    return { ...base, rules, aggregates: object.aggregates, labels: object.labels };
  }
  const subjects = object.subjects.map((subject) =>
    [subject.kind, subject.name, subject.namespace, subject.apiGroup].map((part) => part?.value),
  );
  return { ...base, roleRef: [object.roleRef.kind, object.roleRef.name.value], subjects };
}

const toldBinding = {
  kind: 'ClusterRoleBinding',
  apiVersion: V1,
  name: 'kubelet-bootstrap',
  namespace: undefined,
  roleRef: ['ClusterRole', 'system:node-bootstrapper'],
  subjects: [
    ['User', 'kubelet-bootstrap', undefined, 'rbac.authorization.k8s.io'],
    ['ServiceAccount', 'x', 'kube-system', undefined],
  ],
};

describe('reading RBAC', () => {
  for (const variant of variants(`${binding}---\n${role}---\n${aggregated}`)) {
    test(`a binding, a role and an aggregated role, ${variant.name}`, () => {
      const objects = rbacIn('rbac.yaml', variant.text).flatMap((document) => document.objects);
      assert.deepEqual(objects.map(told), [
        toldBinding,
        {
          kind: 'ClusterRole',
          apiVersion: 'rbac.authorization.k8s.io/v1beta1',
          name: 'approve',
          namespace: undefined,
          rules: [
            {
              apiGroups: ['certificates.k8s.io'],
              resources: ['certificatesigningrequests/nodeclient'],
              resourceNames: [],
              verbs: ['create'],
              nonResourceURLs: [],
            },
            { apiGroups: [], resources: [], resourceNames: [], verbs: ['get'], nonResourceURLs: ['/healthz'] },
          ],
          aggregates: undefined,
          labels: { 'rbac.example.com/aggregate': 'true' },
        },
        {
          kind: 'ClusterRole',
          apiVersion: V1,
          name: 'all',
          namespace: undefined,
          rules: [],
          aggregates: [{ 'rbac.example.com/aggregate': 'true' }],
          labels: {},
        },
      ]);
      assert.ok(objects.every(({ templated }) => !templated));
    });
  }

  test('places of names, subjects and the object', () => {
    const [object] = rbacIn('rbac.yaml', `# x\n${binding}`).flatMap((document) => document.objects);
    assert.ok(object && 'subjects' in object);
    const text = `# x\n${binding}`;
    const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    assert.equal(slice(object.name.range), 'kubelet-bootstrap');
    assert.equal(slice(object.roleRef.name.range), '"system:node-bootstrapper"');
    assert.equal(slice(object.range), binding.trimEnd());
    assert.deepEqual(
      object.subjects.map(({ range }) => slice(range).split('\n')[0]),
      ['kind: User', 'kind: ServiceAccount'],
    );
    assert.equal(slice(object.subjects[0]?.name.range ?? object.range), 'kubelet-bootstrap');
  });

  test('items of a List; other items are left out', () => {
    const [document, ...others] = rbacIn('rbac.yaml', list);
    assert.deepEqual(document?.objects.map(told), [toldBinding]);
    assert.deepEqual(others, []);
  });

  test('items of a ClusterRoleBindingList may leave out what the list says', () => {
    const text = `apiVersion: ${V1}\nkind: ClusterRoleBindingList\nitems:\n- metadata: {name: a}\n  roleRef: {kind: ClusterRole, name: b}\n`;
    const [object] = rbacIn('rbac.yaml', text).flatMap((document) => document.objects);
    assert.deepEqual([object?.kind, object?.apiVersion, object?.name.value], ['ClusterRoleBinding', V1, 'a']);
  });

  test('names that are missing or null are empty', () => {
    const text = `apiVersion: ${V1}\nkind: ClusterRoleBinding\nroleRef:\nsubjects:\n- name: ~\n- x\n`;
    const [object] = rbacIn('rbac.yaml', text).flatMap((document) => document.objects);
    assert.ok(object && 'subjects' in object);
    assert.deepEqual([object.name.value, object.roleRef.name.value], ['', '']);
    assert.deepEqual(
      object.subjects.map(({ kind, name }) => [kind.value, name.value]),
      [
        ['', ''],
        ['', ''],
      ],
    );
  });

  test('a template in a part that matters is told, one in a label is not', () => {
    const templated = binding.replace('name: x', 'name: {{ account }}');
    const labelled = binding.replace('metadata:', 'metadata:\n  labels: {a: "{{ b }}"}');
    const conditional = `{{- if .Values.rbac }}\n${binding}{{- end }}\n`;
    for (const [text, expected] of [
      [templated, true],
      [labelled, false],
      [conditional, true],
    ] as const) {
      const [object] = rbacIn('rbac.yaml', text).flatMap((document) => document.objects);
      assert.equal(object?.templated, expected);
    }
  });
});

describe('adding a ClusterRoleBinding', () => {
  const files: readonly (readonly [name: string, path: string, text: string])[] = [
    ['behind a document', 'rbac.yaml', binding],
    ['between documents', 'rbac.yaml', `${binding}---\n${role}`],
    ['behind an end marker', 'rbac.yaml', `---\n${binding}...\n`],
    ['before a document with a comment', 'rbac.yaml', `${binding}\n# next\n--- # role\n${role}`],
    ['to a List', 'rbac.yaml', list],
    ['to a List of JSON', 'rbac.json', jsonList],
    ['to a List of JSON on one line', 'rbac.json', JSON.stringify(JSON.parse(jsonList))],
  ];
  for (const [name, path, text] of files) {
    for (const variant of variants(text)) {
      test(`${name}, ${variant.name}`, () => {
        const before = rbacIn(path, variant.text);
        const edits = before[0]?.insertion.add(added);
        assert.equal(edits?.length, 1);
        const result = applyEdits(variant.text, edits);
        const after = rbacIn(path, result).flatMap((document) => document.objects.map(told));
        const isNew = (object: unknown): boolean => JSON.stringify(object).includes(added.name);
        assert.deepEqual(
          after.filter((object) => !isNew(object)),
          before.flatMap((document) => document.objects.map(told)),
        );
        assert.deepEqual(after.filter(isNew), [
          {
            kind: 'ClusterRoleBinding',
            apiVersion: V1,
            name: added.name,
            namespace: undefined,
            roleRef: ['ClusterRole', added.roleName],
            subjects: [['Group', 'system:nodes', undefined, 'rbac.authorization.k8s.io']],
          },
        ]);
        assert.equal(
          /(?<!\r)\n/.test(result),
          /(?<!\r)\n/.test(variant.text) || (!variant.text.includes('\n') && path.endsWith('.yaml')),
        );
        if (path.endsWith('.json')) assert.doesNotThrow(() => JSON.parse(result.replace('\uFEFF', '')) as unknown);
      });
    }
  }

  test('the text of a new document', () => {
    const text = binding.replace(/\n$/, '');
    const edits = rbacIn('rbac.yaml', text)[0]?.insertion.add(added);
    assert.equal(
      edits?.[0]?.newText,
      `\n---\napiVersion: ${V1}\nkind: ClusterRoleBinding\nmetadata:\n  name: auto-approve-renewals\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: system:certificates.k8s.io:certificatesigningrequests:selfnodeclient\nsubjects:\n- apiGroup: rbac.authorization.k8s.io\n  kind: Group\n  name: system:nodes`,
    );
  });

  test('a new document stands on lines of its own whatever ends the lines before it', () => {
    const text = `${binding.replaceAll('\n', '\r')}---`;
    const [document] = rbacIn('rbac.yaml', text);
    const edits = document?.insertion.add(added) ?? [];
    assert.equal(rbacIn('rbac.yaml', applyEdits(text, edits)).length, 2);
  });

  test('JSON of one object has no place for another', () => {
    const json = JSON.stringify((JSON.parse(jsonList) as { items: unknown[] }).items[0]);
    const [document] = rbacIn('rbac.json', json);
    assert.equal(document?.insertion.syntax, 'json');
    assert.equal(document.insertion.add(added), undefined);
  });

  test('a document of templated lines is left alone', () => {
    assert.equal(rbacIn('rbac.yaml', `{{- if a }}\n${binding}{{- end }}\n`)[0]?.insertion.add(added), undefined);
  });
});
