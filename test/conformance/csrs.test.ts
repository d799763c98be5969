import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { requestPem } from '../../src/core/certificates/pem';
import { buildCluster } from '../../src/core/cluster/buildCluster';
import { csrsInView } from '../../src/core/cluster/csrsInView';
import { csrVerdict, type CsrVerdict } from '../../src/core/cluster/csrVerdict';
import { readFile } from '../../src/core/documents/readFile';
import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { lint } from '../../src/core/lint/lint';
import { SourceText } from '../../src/core/text/sourceText';
import { recordings, type RecordedCsr } from './recording';
import { setupToCluster, type SetupFile } from './setupToCluster';

const kubernetes = createKubernetes(kubernetesData);
const options = { kubernetes, target: '1.20' } as const;

/** Recordings in which something else than csrapproving and RBAC decided. */
const decidedElsewhere: Readonly<Record<string, string>> = {
  '21-kcm-without-service-account-credentials': 'the controller manager itself may not approve',
};

/** The object as kube-apiserver stored it, without conditions before anybody decided. */
async function objectOf(csr: RecordedCsr, conditions: RecordedCsr['conditions'] = []): Promise<SetupFile> {
  const { name, signerName, usages, username, groups, subject, sans } = csr;
  const contents = { commonName: subject.CN, organizations: subject.O, sans: [...sans.dns, ...sans.ip], key: 1 };
  const request = Buffer.from(await requestPem(contents, crypto)).toString('base64');
  const object = {
    apiVersion: 'certificates.k8s.io/v1',
    kind: 'CertificateSigningRequest',
    metadata: { name },
    spec: { request, signerName, usages, username, groups },
    status: { conditions },
  };
  return { path: 'csr.json', text: JSON.stringify(object, undefined, 2) };
}

function verdictOf(files: readonly SetupFile[]): CsrVerdict {
  const parsed = files.map(({ path, text }) => readFile(new SourceText(path, text)));
  const cluster = buildCluster(parsed, options);
  const [csr] = csrsInView(cluster);
  return csrVerdict(csr?.value ?? assert.fail(), cluster, kubernetes);
}

describe('recorded requests get the verdict that was recorded', () => {
  for (const recording of recordings()) {
    const requests = recording.csrs;
    if (requests.length === 0 || recording.id in decidedElsewhere) continue;
    it(recording.id, async () => {
      const setup = setupToCluster(recording);
      for (const request of requests) {
        const verdict = verdictOf([...setup, await objectOf(request)]);
        const isApproved = request.conditions.some(({ reason }) => reason === 'AutoApproved');
        assert.equal(verdict.type === 'approved', isApproved, `${request.name}: ${JSON.stringify(verdict)}`);
      }
    });
  }
});

describe('the rules say of each recorded request whether it waited for a person', () => {
  /** Without a kubelet in view, the rules about requests speak for themselves. */
  const waits = new Set(['csr-not-recognised', 'csr-controller-disabled', 'selfnodeserver-dead']);
  const isFound = (files: readonly SetupFile[]): boolean => {
    const parsed = files.map(({ path, text }) => readFile(new SourceText(path, text)));
    return lint(parsed, options).findings.some(({ rule }) => waits.has(rule));
  };
  for (const recording of recordings()) {
    const { id, csrs } = recording;
    if (csrs.length === 0 || id in decidedElsewhere) continue;
    it(id, async () => {
      const setup = setupToCluster(recording).filter(({ path }) => /^(?:rbac|kube-)/.test(path));
      for (const csr of csrs) {
        const isApproved = csr.conditions.some(({ reason }) => reason === 'AutoApproved');
        assert.equal(isFound([...setup, await objectOf(csr)]), !isApproved || isFound(setup), csr.name);
        const decided = csr.conditions.length > 0 && !isFound(setup);
        if (decided) assert.ok(!isFound([...setup, await objectOf(csr, csr.conditions)]), `${csr.name} is decided`);
      }
    });
  }
});

describe('a refused review names what csrapproving took the request for', () => {
  const REFUSED = /recognized csr "([^"]+)" as \[([^\]]+)\] but subject access review was not approved/;
  for (const recording of recordings()) {
    const refusals = recording.events.flatMap(({ message }) => {
      const [, name, as] = REFUSED.exec(message) ?? [];
      return name === undefined || as === undefined ? [] : [{ name, as: as.split(' ') }];
    });
    if (refusals.length === 0) continue;
    it(recording.id, async () => {
      for (const { name, as } of refusals) {
        const request = recording.csrs.find((one) => one.name === name);
        if (!request) continue;
        const verdict = verdictOf([...setupToCluster(recording), await objectOf(request)]);
        assert.deepEqual(verdict, { type: 'not-permitted', as, username: request.username });
      }
    });
  }
});
