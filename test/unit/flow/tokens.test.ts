import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { buildCluster } from '../../../src/core/cluster/buildCluster';
import { readFile } from '../../../src/core/documents/readFile';
import { decodeBase64 } from '../../../src/core/flow/kubeApiserver/base64';
import { parseTokenFile } from '../../../src/core/flow/kubeApiserver/tokenFile';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { SourceText } from '../../../src/core/text/sourceText';

const kubernetes = createKubernetes(kubernetesData);
const TOKEN = '07401b.f395accd246ae52d';

function play(files: Readonly<Record<string, string>>): Timeline {
  const all = {
    'kubelet.service':
      '[Service]\nExecStart=/usr/bin/kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig --kubeconfig=/etc/kubernetes/kubelet.kubeconfig\n',
    'kube-apiserver.service':
      '[Service]\nExecStart=/usr/bin/kube-apiserver --authorization-mode=Node,RBAC --token-auth-file=/etc/kubernetes/token.csv --enable-bootstrap-token-auth\n',
    'bootstrap.kubeconfig': kubeconfig(TOKEN),
    ...files,
  };
  const parsed = Object.entries(all).map(([path, text]) => readFile(new SourceText(path, text)));
  return simulate(buildCluster(parsed, { target: '1.30', kubernetes }), { id: 'tokens', until: 120 });
}

function kubeconfig(token: string): string {
  return `apiVersion: v1
kind: Config
clusters: [{ name: c, cluster: { server: 'https://10.0.0.1:6443' } }]
users: [{ name: other, user: { token: nothing } }, { name: u, user: { token: ${token} } }]
contexts: [{ name: x, context: { cluster: c, user: u } }]
current-context: x
`;
}

function secret(values: string): string {
  return `apiVersion: v1
kind: Secret
metadata: { name: bootstrap-token-07401b, namespace: kube-system }
type: bootstrap.kubernetes.io/token
${values}
`;
}

const STRING_DATA =
  'stringData: { token-id: 07401b, token-secret: f395accd246ae52d, usage-bootstrap-authentication: "true" }';

function requester(timeline: Timeline): string | undefined {
  return timeline.csrs[0]?.username;
}

describe('the token of the bootstrap kubeconfig', () => {
  it('is the user of its Secret, whether written in clear or as base64', () => {
    assert.equal(requester(play({ 'secret.yaml': secret(STRING_DATA) })), 'system:bootstrap:07401b');
    const data =
      'data: { token-id: MDc0MDFi, token-secret: ZjM5NWFjY2QyNDZhZTUyZA==, usage-bootstrap-authentication: dHJ1ZQ== }';
    assert.equal(requester(play({ 'secret.yaml': secret(data) })), 'system:bootstrap:07401b');
  });

  it('is the user of its line in the token file', () => {
    const files = { 'bootstrap.kubeconfig': kubeconfig('abc'), 'token.csv': 'abc,joe,1,"system:bootstrappers,ops"\n' };
    const timeline = play(files);
    assert.equal(requester(timeline), 'joe');
    assert.deepEqual(timeline.csrs[0]?.groups, ['system:bootstrappers', 'ops', 'system:authenticated']);
  });

  it('is nobody when the file or the Secret in view says otherwise', () => {
    const unknown = play({ 'bootstrap.kubeconfig': kubeconfig('abc'), 'token.csv': 'xyz,joe,1\n' });
    assert.match(unknown.outcome.message, /Unauthorized$/);
    const expired = secret(STRING_DATA.replace('}', ', expiration: "2025-12-31T00:00:00Z" }'));
    assert.match(play({ 'secret.yaml': expired }).outcome.message, /Unauthorized$/);
  });

  it('is taken to be good when nothing in view knows it, and that is said', () => {
    const timeline = play({});
    assert.equal(requester(timeline), 'system:bootstrap:07401b');
    assert.ok(timeline.assumptions.some(({ setting }) => setting === 'bootstrap token'));
  });

  it('never appears in a timeline', () => {
    const timeline = play({ 'secret.yaml': secret(STRING_DATA) });
    assert.doesNotMatch(JSON.stringify(timeline), /f395accd246ae52d|07401b\.f/);
  });
});

describe('token files', () => {
  it('are read as kube-apiserver reads them', () => {
    const users = parseTokenFile('\uFEFFt1,joe,1\r\nt2,"jane, the 2nd",2,"a,b"\n\n,empty,3\nt1,last,4\n');
    assert.deepEqual(users?.get('t1'), { username: 'last', groups: [] });
    assert.deepEqual(users.get('t2'), { username: 'jane, the 2nd', groups: ['a', 'b'] });
    assert.equal(users.size, 2);
    assert.equal(parseTokenFile('onlytoken\n'), undefined);
    assert.equal(parseTokenFile('tok,user\n'), undefined);
  });
});

describe('base64', () => {
  it('decodes with and without padding and refuses other signs', () => {
    assert.equal(decodeBase64('dHJ1ZQ=='), 'true');
    assert.equal(decodeBase64('dHJ1\nZQ'), 'true');
    assert.equal(decodeBase64(''), '');
    assert.equal(decodeBase64('dHJ1*Q=='), undefined);
  });
});
