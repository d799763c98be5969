import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { CertificateContents } from '../../../src/core/certificates/contents';
import { authorityPem, certificatePem, requestPem } from '../../../src/core/certificates/pem';
import { certificateContents, requestContents } from '../../../src/core/flow/pemContents';
import { scenarioCluster } from '../../../src/core/flow/scenarioCluster';
import { scenarioById } from '../../../src/core/flow/scenarios/index';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { certificateText, lineAfter, openssl, requestText, skip, verify } from './openssl';

const { crypto } = globalThis;
const kubernetes = createKubernetes(kubernetesData);

function timelineOf(id: string): Timeline {
  const scenario = scenarioById(id);
  assert.ok(scenario, id);
  return simulate(scenarioCluster(scenario, kubernetes), { id, ...scenario.run });
}

function contentsIn(timeline: Timeline, purpose: string): readonly CertificateContents[] {
  const found = timeline.certificates.filter((certificate) => certificate.purpose === purpose);
  assert.ok(found.length > 0, `no ${purpose} certificate`);
  return found.map((certificate) => certificateContents(timeline, certificate));
}

function firstOf(timeline: Timeline, purpose: string): CertificateContents {
  const [first] = contentsIn(timeline, purpose);
  assert.ok(first);
  return first;
}

const publicKey = (text: string): string => /pub:\s+([\da-f:\s]+)/.exec(text)?.[1]?.replaceAll(/\s/g, '') ?? '';

describe('certificates of a play', { skip }, () => {
  it('verify against their CA within their validity, and at no other time', async () => {
    const timeline = timelineOf('serving-approver');
    for (const contents of [...contentsIn(timeline, 'client'), ...contentsIn(timeline, 'serving')]) {
      const [pem, ca] = [await certificatePem(contents, crypto), await authorityPem(contents.issuer, crypto)];
      const { notBefore, notAfter } = contents;
      for (const at of [notBefore, notAfter - 1000]) assert.ok(verify(pem, ca, at).ok, verify(pem, ca, at).text);
      assert.match(verify(pem, ca, notBefore - 1000).text, /not yet valid/);
      assert.match(verify(pem, ca, notAfter + 1000).text, /has expired/);
    }
  });

  it('verify for ten years of rotations', async () => {
    const contents = contentsIn(timelineOf('ten-year-certificates'), 'client');
    const last = contents.at(-1);
    assert.ok(last);
    const ca = await authorityPem(last.issuer, crypto);
    assert.ok(verify(await certificatePem(last, crypto), ca, last.notAfter - 1000).ok);
  });

  it('do not verify against the CA that did not sign them', async () => {
    const contents = firstOf(timelineOf('today'), 'client');
    const other = await authorityPem({ ...contents.issuer, kind: 'other' }, crypto);
    assert.equal(verify(await certificatePem(contents, crypto), other, contents.notAfter - 1000).ok, false);
  });

  it('say who, by whom, from when to when, and what for', async () => {
    const contents = firstOf(timelineOf('today'), 'client');
    const text = certificateText(await certificatePem(contents, crypto));
    const [, node] = /^system:node:(.+)$/.exec(contents.commonName) ?? [];
    assert.match(text, new RegExp(`Subject: CN=system:node:${node ?? ''},O=system:nodes\\n`));
    assert.match(text, /Issuer: CN=kubernetes-ca\n/);
    assert.match(text, /Not Before: Dec 31 23:5\d:\d\d 2025 GMT/);
    assert.match(text, /NIST CURVE: P-256/);
    assert.equal(lineAfter(text, 'Extended Key Usage'), 'TLS Web Client Authentication');
    assert.equal(lineAfter(text, 'Basic Constraints'), 'CA:FALSE');
  });

  it('have the key usages of their release', async () => {
    const usage = async (scenario: string): Promise<string> =>
      lineAfter(certificateText(await certificatePem(firstOf(timelineOf(scenario), 'client'), crypto)), ' Key Usage:');
    assert.equal(await usage('era-1.8'), 'Digital Signature, Key Encipherment');
    assert.equal(await usage('today'), 'Digital Signature');
  });

  it('carry the names and addresses of a serving certificate', async () => {
    const contents = firstOf(timelineOf('serving-approver'), 'serving');
    const text = certificateText(await certificatePem(contents, crypto));
    assert.equal(lineAfter(text, 'Extended Key Usage'), 'TLS Web Server Authentication');
    assert.match(lineAfter(text, 'Subject Alternative Name'), /^DNS:\S+, IP Address:10\.77\.1\.1$/);
  });

  it('are the same whenever they are made, and of another key after each renewal', async () => {
    const [first, second] = contentsIn(timelineOf('today'), 'client');
    assert.ok(first && second);
    const pem = await certificatePem(first, crypto);
    assert.equal(await certificatePem({ ...first }, crypto), pem);
    const [key, nextKey] = [pem, await certificatePem(second, crypto)].map((one) => publicKey(certificateText(one)));
    assert.notEqual(key, '');
    assert.notEqual(nextKey, key);
  });

  it('of the kubelet itself verify against the CA that stands behind them', async () => {
    const contents = firstOf(timelineOf('kubeadm'), 'self-signed');
    const pem = await certificatePem(contents, crypto);
    assert.equal(pem.split('BEGIN CERTIFICATE').length, 3);
    const at = String(contents.notAfter / 1000 - 1);
    const args = ['verify', '-x509_strict', '-attime', at, '-CAfile', 'ca.pem', 'kubelet.crt'];
    const ca = pem.slice(pem.indexOf('-----BEGIN', 1));
    assert.ok(openssl(args, { 'kubelet.crt': pem, 'ca.pem': ca }).ok);
  });
});

describe('requests of a play', { skip }, () => {
  it('are signed with the key of the certificate that comes of them', async () => {
    const timeline = timelineOf('serving-approver');
    for (const csr of timeline.csrs.filter(({ issued }) => issued).slice(0, 4)) {
      const contents = requestContents(csr);
      const text = requestText(await requestPem(contents, crypto));
      const purpose = csr.usages.includes('server auth') ? 'serving' : 'client';
      const issued = contentsIn(timeline, purpose).find(({ key }) => key === contents.key);
      assert.ok(issued);
      assert.equal(publicKey(text), publicKey(certificateText(await certificatePem(issued, crypto))));
    }
  });

  it('ask for subject and names as the object says', async () => {
    const serving = timelineOf('serving-nobody-approves').csrs.find(({ usages }) => usages.includes('server auth'));
    assert.ok(serving);
    const text = requestText(await requestPem(requestContents(serving), crypto));
    assert.match(text, /Subject: CN=system:node:\S+,O=system:nodes\n/);
    assert.match(lineAfter(text, 'Subject Alternative Name'), /^DNS:\S+, IP Address:10\.77\.1\.1$/);
  });

  it('of clients ask for no names', async () => {
    const [client] = timelineOf('today').csrs;
    assert.ok(client);
    assert.doesNotMatch(requestText(await requestPem(requestContents(client), crypto)), /Alternative/);
  });
});
