import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type {
  Document,
  NewClusterRoleBinding,
  ParsedFile,
  RbacDocument,
} from '../../../../src/core/documents/document';
import { currentContextOf } from '../../../../src/core/documents/kubeconfig/kubeconfigDocument';
import type { RbacObject } from '../../../../src/core/documents/rbacObject';
import { applyEdits } from '../../../../src/core/text/edit';
import { read } from '../reading';

function rbacIn(file: ParsedFile): readonly RbacDocument[] {
  return file.documents.filter((document): document is RbacDocument => document.type === 'rbac');
}

/** What an object says, without places. */
function meaning(object: RbacObject | undefined): unknown {
  const places = new Set(['range', 'apiVersionRange']);
  const plain: unknown = JSON.parse(
    JSON.stringify(object, (key, value: unknown) => (places.has(key) ? undefined : value)),
  );
  return plain;
}

function embeddedOf<T extends Document['type']>(file: ParsedFile, type: T): readonly Extract<Document, { type: T }>[] {
  return file.embedded.flatMap(({ documents }) =>
    documents.filter((document): document is Extract<Document, { type: T }> => document.type === type),
  );
}

const head = 'apiVersion: rbac.authorization.k8s.io/v1\n';
const subject = (kind: string, name: string): string =>
  `{kind: ${kind}, name: "${name}", apiGroup: rbac.authorization.k8s.io}`;

const objects: readonly (readonly [name: string, command: string, yaml: string])[] = [
  [
    'a binding of a group and a user',
    'kubectl create clusterrolebinding a --clusterrole system:node-bootstrapper --group=system:bootstrappers --user="b c"',
    `${head}kind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: {kind: ClusterRole, name: "system:node-bootstrapper"}\nsubjects: [${subject('User', 'b c')}, ${subject('Group', 'system:bootstrappers')}]\n`,
  ],
  [
    'a role binding of a service account',
    'sudo /usr/bin/kubectl --kubeconfig=/a -n kube-system create rolebinding a \\\n  --role=b --serviceaccount=kube-system:c',
    `${head}kind: RoleBinding\nmetadata: {name: a, namespace: kube-system}\nroleRef: {kind: Role, name: b}\nsubjects: [{kind: ServiceAccount, name: c, namespace: kube-system}]\n`,
  ],
  [
    'a cluster role of several groups',
    'kubectl create clusterrole a --verb=get,create --verb=list --resource=csr,certificatesigningrequests.certificates.k8s.io/nodeclient,pods/log',
    `${head}kind: ClusterRole\nmetadata: {name: a}\nrules:\n- {apiGroups: [certificates.k8s.io], resources: [certificatesigningrequests, certificatesigningrequests/nodeclient], verbs: [get, create, list]}\n- {apiGroups: [""], resources: [pods/log], verbs: [get, create, list]}\n`,
  ],
  [
    'URLs and names',
    'NAME=a\n$KUBECTL create role "$NAME" --verb get --resource=secrets --resource-name=b',
    `${head}kind: Role\nmetadata: {name: a}\nrules: [{apiGroups: [""], resources: [secrets], resourceNames: [b], verbs: [get]}]\n`,
  ],
  [
    'an aggregated role',
    'kubectl create clusterrole a --aggregation-rule="x/y=true"',
    `${head}kind: ClusterRole\nmetadata: {name: a}\naggregationRule: {clusterRoleSelectors: [{matchLabels: {x/y: "true"}}]}\n`,
  ],
];

describe('RBAC from kubectl commands', () => {
  for (const [name, command, yaml] of objects) {
    test(`${name} is what YAML gives`, () => {
      const [document] = rbacIn(read('a.sh', `#!/bin/sh\n${command}\n`));
      const [expected] = rbacIn(read('a.yaml', yaml));
      assert.ok(document && expected);
      assert.equal(document.insertion.syntax, 'kubectl');
      assert.deepEqual(meaning(document.objects[0]), meaning(expected.objects[0]));
    });
  }

  test('a value that the script does not tell is templated', () => {
    const text = '#!/bin/sh\nfor g in a b; do kubectl create clusterrolebinding x --clusterrole=y --group=$g; done\n';
    assert.equal(rbacIn(read('a.sh', text))[0]?.objects[0]?.templated, true);
  });

  test('other commands are none', () => {
    const text =
      '#!/bin/sh\nkubectl create ns a\nkubectl get clusterrolebinding\necho kubectl create clusterrole a\nkubectl create clusterrole\n';
    assert.equal(read('a.sh', text).kind, undefined);
  });
});

const added: NewClusterRoleBinding = {
  name: 'kubelet-bootstrap',
  apiVersion: 'rbac.authorization.k8s.io/v1',
  roleName: 'system:node-bootstrapper',
  subjectKind: 'User',
  subjectName: 'kubelet bootstrap',
};

const create = 'kubectl create clusterrolebinding a --clusterrole=b --group=c';
const new_ =
  "kubectl create clusterrolebinding kubelet-bootstrap --clusterrole=system:node-bootstrapper --user='kubelet bootstrap'";

const insertions: readonly (readonly [name: string, before: string, after: string | undefined])[] = [
  ['a quote that is never closed', "kubectl create clusterrolebinding a --group=b '--clusterrole=c", undefined],
  ['one line', `${create} # why\nx\n`, `${create} # why\nKUBE\nx\n`],
  ['no line end', create, `${create}\nKUBE`],
  ['indented, may fail', `f() {\n\t${create} || true\n}\n`, `f() {\n\t${create} || true\n\tKUBE\n}\n`],
  ['in a pipe', `${create} | cat\n`, undefined],
  ['in a condition', `if ${create}; then x; fi\n`, undefined],
  ['before another command', `${create} && x\n`, undefined],
  ['at the end of a chain', `x && \\\n${create}\n`, undefined],
  ['in quotes', `ssh h "${create}"\n`, undefined],
  ['in a branch', `case $1 in\na)\n${create} ;;\nesac\n`, undefined],
];

describe('adding a binding by kubectl', () => {
  for (const [name, before, after] of insertions) {
    for (const eol of ['\n', '\r\n']) {
      test(`${name}${eol === '\n' ? '' : ', CRLF'}`, () => {
        const text = `#!/bin/sh\n${before}`.replaceAll('\n', eol);
        const edits = rbacIn(read('a.sh', text))[0]?.insertion.add(added);
        const expected = after && `#!/bin/sh\n${after.replace('KUBE', new_)}`.replaceAll('\n', eol);
        assert.equal(edits && applyEdits(text, edits), expected);
      });
    }
  }

  test('with the options of the command before', () => {
    const text = `#!/bin/sh\nsudo kubectl create clusterrolebinding a \\\n  --clusterrole b \\\n  --group c --kubeconfig "$F"\n`;
    const edits = rbacIn(read('a.sh', text))[0]?.insertion.add({ ...added, subjectName: 'd' });
    assert.ok(edits);
    assert.equal(
      applyEdits(text, edits),
      `${text}sudo kubectl create clusterrolebinding kubelet-bootstrap \\\n  --clusterrole system:node-bootstrapper \\\n  --user d \\\n  --kubeconfig "$F"\n`,
    );
  });
});

describe('kubeconfigs from kubectl commands', () => {
  const text = `#!/bin/sh
F=/etc/kubernetes/bootstrap.kubeconfig
kubectl config --kubeconfig=$F set-cluster c --server=https://a:6443 --certificate-authority ca.crt --embed-certs
kubectl config --kubeconfig=$F set-credentials u --token=$TOKEN
kubectl config --kubeconfig=$F set-context x --cluster=c
KUBECONFIG=$F kubectl config set-context x --user=u
kubectl config use-context x --kubeconfig=$F
kubectl config set-cluster other --server=https://b
`;

  test('one for each file', () => {
    const file = read('a.sh', text);
    const [first, second] = embeddedOf(file, 'kubeconfig');
    assert.deepEqual(
      file.embedded.map(({ source }) => source.path),
      ['a.sh/etc/kubernetes/bootstrap.kubeconfig', 'a.sh/stdin'],
    );
    assert.ok(first && second);
    assert.deepEqual([first.templated, second.templated], [false, true]);
    const { cluster, user } = currentContextOf(first);
    assert.equal(cluster?.server?.value, 'https://a:6443');
    assert.deepEqual([cluster.certificateAuthorityData?.templated, user?.token?.templated], [true, true]);
    const range = file.embedded[0]?.source.outer?.rangeOf(cluster.server.range);
    assert.ok(range);
    assert.equal(text.slice(range.start, range.end), 'https://a:6443');
  });
});

describe('bootstrap tokens from kubectl commands', () => {
  const text = `#!/bin/sh
kubectl create secret generic bootstrap-token-07401b -n kube-system --type=bootstrap.kubernetes.io/token \\
  --from-literal token-id=07401b --from-literal=token-secret="$S" --from-literal='description=a "b"'
kubectl create secret generic other --from-literal=a=b
`;

  test('read as the Secret that they make', () => {
    const [token, ...others] = embeddedOf(read('a.sh', text), 'bootstrap-token');
    assert.ok(token);
    assert.equal(others.length, 0);
    assert.deepEqual([token.name?.value, token.namespace?.value], ['bootstrap-token-07401b', 'kube-system']);
    assert.equal(token.tokenId?.value, '07401b');
    assert.deepEqual([token.tokenSecret?.value, token.description?.value], [undefined, undefined]);
  });
});
