import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { buildCluster } from '../../../src/core/cluster/buildCluster';
import { readFile } from '../../../src/core/documents/readFile';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { SourceText } from '../../../src/core/text/sourceText';

const kubernetes = createKubernetes(kubernetesData);
const TOKEN = '07401b.f395accd246ae52d';
const STATIC = '02b50b05283e98dd0fd71db496ef01e8';

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
    const rows = `${STATIC},earlier,2\n${STATIC},joe,1,"system:bootstrappers,ops"\n`;
    const files = { 'bootstrap.kubeconfig': kubeconfig(STATIC), 'token.csv': rows };
    const timeline = play(files);
    assert.equal(requester(timeline), 'joe');
    assert.deepEqual(timeline.csrs[0]?.groups, ['system:bootstrappers', 'ops', 'system:authenticated']);
  });

  it('is the user of its Secret when a template says until when', () => {
    const open = secret(STRING_DATA.replace('}', ', expiration: "{{ until }}" }'));
    assert.equal(requester(play({ 'secret.yaml': open })), 'system:bootstrap:07401b');
  });

  it('is taken for accepted when a template decides what its Secret says', () => {
    for (const open of [
      STRING_DATA.replace('f395accd246ae52d', '"{{ secret }}"'),
      STRING_DATA.replace('"true"', '"{{ usage }}"'),
      STRING_DATA.replace('}', ', auth-extra-groups: "{{ groups }}" }'),
    ]) {
      assert.equal(requester(play({ 'secret.yaml': secret(open) })), 'system:bootstrap:07401b');
    }
  });

  it('is taken for one of the group that a binding names after token files', () => {
    const roles = 'system:certificates.k8s.io:certificatesigningrequests';
    const bind = (name: string, role: string, subject: string): string =>
      `kubectl create clusterrolebinding ${name} --clusterrole=${role} ${subject}\n`;
    const timeline = play({
      'bootstrap.kubeconfig': kubeconfig('"{{ token }}"'),
      'rbac.sh':
        bind('a', 'system:node-bootstrapper', '--user=kubelet-bootstrap') +
        bind('b', `${roles}:nodeclient`, '--group=system:kubelet-bootstrap'),
    });
    assert.equal(timeline.csrs[0]?.condition, 'Approved');
  });

  it('is nobody when the file or the Secret in view says otherwise', () => {
    const unknown = play({
      'bootstrap.kubeconfig': kubeconfig('0'.repeat(31) + 'x'),
      'token.csv': `${STATIC},joe,1\n`,
    });
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
