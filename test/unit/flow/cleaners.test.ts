import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { buildCluster } from '../../../src/core/cluster/buildCluster';
import { readFile } from '../../../src/core/documents/readFile';
import { clusterFiles, bootstrapKubeconfig } from '../../../src/core/flow/scenarioFiles';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import type { Release } from '../../../src/core/kubernetes/release';
import { SourceText } from '../../../src/core/text/sourceText';

const kubernetes = createKubernetes(kubernetesData);

const START = Date.UTC(2026, 0, 1);
const TOKEN = '07401b.f395accd246ae52d';

function date(t: number): string {
  return new Date(START + t * 1000).toISOString();
}

function story(
  parts: Parameters<typeof clusterFiles>[0],
  object: unknown,
  { release = '1.30', until = 7300 }: { release?: Release; until?: number } = {},
): Timeline {
  const files = [
    ...clusterFiles(parts),
    bootstrapKubeconfig('/etc/kubernetes/bootstrap-kubelet.conf', TOKEN),
    { path: 'object.yaml', text: JSON.stringify(object) },
  ];
  const parsed = files.map(({ path, text }) => readFile(new SourceText(path, text)));
  return simulate(buildCluster(parsed, { target: release, kubernetes }), { id: 'test', until, startsAt: START });
}

function secret(expiration: string, type = 'bootstrap.kubernetes.io/token'): unknown {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'bootstrap-token-07401b', namespace: 'kube-system' },
    type,
    stringData: {
      'token-id': '07401b',
      'token-secret': 'f395accd246ae52d',
      'usage-bootstrap-authentication': 'true',
      expiration,
    },
  };
}

const CLEANING = { controllerManager: ['--controllers=*,tokencleaner,bootstrapsigner'] };

function deletions(timeline: Timeline, kind: 'secret-delete' | 'csr-delete'): readonly number[] {
  const names: readonly unknown[] = ['old', 'bootstrap-token-07401b'];
  return timeline.events.filter((event) => event.kind === kind && names.includes(event.details.name)).map(({ t }) => t);
}

describe('tokencleaner', () => {
  it('deletes a Secret when it expires, if --controllers names it', () => {
    assert.deepEqual(deletions(story(CLEANING, secret(date(1800))), 'secret-delete'), [1800]);
    const long = { controllerManager: ['--controllers=*,token-cleaner-controller'] };
    assert.deepEqual(deletions(story(long, secret(date(1800))), 'secret-delete'), [1800]);
    for (const controllers of [[], ['--controllers=*'], ['--controllers=*,-tokencleaner']]) {
      assert.deepEqual(deletions(story({ controllerManager: controllers }, secret(date(1800))), 'secret-delete'), []);
    }
  });

  it('counts a time that it cannot read as over, and leaves other Secrets alone', () => {
    assert.equal(deletions(story(CLEANING, secret('tomorrow')), 'secret-delete').length, 1);
    assert.deepEqual(deletions(story(CLEANING, secret(date(1800), 'Opaque')), 'secret-delete'), []);
    assert.deepEqual(deletions(story(CLEANING, secret(date(9000))), 'secret-delete'), []);
  });

  it('leaves a kubelet that still has the token with 401', () => {
    const timeline = story(CLEANING, secret(date(-60)));
    assert.ok(timeline.events.some(({ message }) => message.includes('invalid bearer token')));
    assert.deepEqual(timeline.csrs, []);
  });
});

function stored(created: number, conditions: readonly unknown[] = []): unknown {
  return {
    apiVersion: 'certificates.k8s.io/v1',
    kind: 'CertificateSigningRequest',
    metadata: { name: 'old', creationTimestamp: date(created) },
    spec: { signerName: 'example.org/other', usages: ['client auth'], username: 'somebody' },
    status: { conditions },
  };
}

const DAY = 86_400;

describe('csrcleaner', () => {
  it('finds what was there before at its second pass, an hour after the start', () => {
    assert.deepEqual(deletions(story({}, stored(-2 * DAY)), 'csr-delete'), [3600]);
    assert.deepEqual(deletions(story({}, stored(-DAY + 5000)), 'csr-delete'), [7200]);
    assert.deepEqual(deletions(story({}, stored(-DAY + 9000)), 'csr-delete'), []);
  });

  it('takes denied ones after an hour, failed ones from 1.19 on, and approved ones without certificate from 1.35 on', () => {
    const decided = (type: string, release: Release): readonly number[] => {
      const condition = { type, status: 'True', lastUpdateTime: date(-2 * DAY) };
      return deletions(story({}, stored(-2 * DAY, [condition]), { release }), 'csr-delete');
    };
    assert.deepEqual(decided('Denied', '1.20'), [3600]);
    assert.deepEqual(decided('Failed', '1.18'), []);
    assert.deepEqual(decided('Failed', '1.19'), [3600]);
    assert.deepEqual(decided('Approved', '1.34'), []);
    assert.deepEqual(decided('Approved', '1.35'), [3600]);
  });

  it('sees nothing of a request that was never stored: a file written by hand', () => {
    const written = { ...(stored(-2 * DAY) as Record<string, unknown>), metadata: { name: 'old' } };
    assert.deepEqual(
      story({}, written).csrs.map(({ origin }) => origin),
      ['kubelet'],
    );
  });
});
