import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { clusterFiles } from '../../../src/core/flow/scenarioFiles';
import { scenarioCluster } from '../../../src/core/flow/scenarioCluster';
import type { RequestByHand } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import { scenarioById } from '../../../src/core/flow/scenarios/index';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import type { Release } from '../../../src/core/kubernetes/release';

const kubernetes = createKubernetes(kubernetesData);
const RESTRICTED = ['--enable-bootstrap-token-auth=true', '--enable-admission-plugins=NodeRestriction'];

/** Returns status and words of the answer to one request, asked when the node is Ready. */
function answer(
  request: Omit<RequestByHand, 't'>,
  { release = '1.20', apiServer = RESTRICTED }: { release?: Release; apiServer?: readonly string[] } = {},
): string {
  const base = scenarioById('automatic-approval') ?? assert.fail();
  const files = clusterFiles({ apiServer: [...apiServer, '--authorization-mode=Node,RBAC'] });
  const cluster = scenarioCluster({ ...base, release, files }, kubernetes);
  const requests = [{ t: 60, ...request }];
  const run = { ...base.run, id: 'test', until: 70, nodeName: 'node-1', requests, existingNodes: ['node-2'] };
  const told = simulate(cluster, run).events.find(({ actor, kind }) => actor === 'admin' && kind === 'api-request');
  assert.ok(told, 'not answered');
  return `${String(told.details.status)} ${told.message}`;
}

const CSRS = '/apis/certificates.k8s.io/v1/certificatesigningrequests';
const OTHER = {
  name: 'other',
  csr: {
    commonName: 'system:node:node-2',
    organizations: ['system:nodes'],
    signerName: 'kubernetes.io/kube-apiserver-client-kubelet',
    usages: ['digital signature', 'client auth'],
  },
};

describe('requests made by hand', () => {
  it('let a node change itself only where NodeRestriction is on', () => {
    const patch = { as: 'node', method: 'PATCH', path: '/api/v1/nodes/node-2', body: { labels: ['x'] } } as const;
    assert.match(answer(patch), /^403 nodes "node-2" is forbidden: node "node-1" is not allowed to modify/);
    assert.equal(answer(patch, { apiServer: RESTRICTED.slice(0, 1).concat('--enable-admission-plugins=X') }), '200 ');
    const older = RESTRICTED.slice(0, 1).concat('--admission-control=NodeRestriction');
    assert.match(answer(patch, { apiServer: older }), /^403 /);
  });

  it('let a node read other nodes up to 1.31', () => {
    const get = { as: 'node', method: 'GET', path: '/api/v1/nodes/node-2' } as const;
    assert.equal(answer(get, { release: '1.31' }), '200 ');
    assert.match(answer(get, { release: '1.32' }), /cannot read 'node-2', only its own Node object$/);
    assert.match(answer({ ...get, path: '/api/v1/nodes/node-3' }), /^404 nodes "node-3" not found/);
  });

  it('let a node ask in the name of another up to 1.30, and the token for any', () => {
    const post = { as: 'node', method: 'POST', path: CSRS, body: OTHER } as const;
    assert.equal(answer(post, { release: '1.30' }), '201 ');
    assert.match(answer(post, { release: '1.31' }), /can only create a node CSR with CN=system:node:node-1$/);
    assert.equal(answer({ ...post, as: 'bootstrap-token' }, { release: '1.36' }), '201 ');
    assert.match(answer({ ...post, as: 'nobody' }), /^403 .*User "system:anonymous" cannot create resource/);
  });

  it('give system:masters to nobody from 1.18 on', () => {
    const csr = { ...OTHER.csr, organizations: ['system:masters'], signerName: 'kubernetes.io/kube-apiserver-client' };
    const post = { as: 'node', method: 'POST', path: CSRS, body: { name: 'masters', csr } } as const;
    assert.equal(answer(post, { release: '1.17' }), '201 ');
    assert.match(answer(post, { release: '1.18' }), /signer with system:masters group is not allowed$/);
  });

  it('answer a path without a resource with 404', () => {
    assert.match(answer({ as: 'admin', method: 'GET', path: '/healthz' }), /^404/);
  });
});
