import assert from 'node:assert/strict';
import { createPublicKey, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import type { HeldThing } from '../../../src/core/flow/held/heldThing';
import { playScenario } from '../../../src/core/flow/playScenario';
import { scenarioById } from '../../../src/core/flow/scenarios/index';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { heldPem } from '../../../src/host/player/heldPem';

const scenario = scenarioById('today');
assert.ok(scenario);
const play = playScenario(scenario, createKubernetes(kubernetesData));
const indexOf = (kind: HeldThing['kind']): number => play.things.findIndex((thing) => thing.kind === kind);

test('a certificate is copied as it is told, and its CA verifies it', async () => {
  const pem = await heldPem(play, indexOf('certificate'), 'own');
  const authority = await heldPem(play, indexOf('certificate'), 'authority');
  const certificate = new X509Certificate(pem ?? '');
  assert.equal(certificate.subject, 'O=system:nodes\nCN=system:node:node-1');
  assert.equal(certificate.validTo, 'Dec 31 23:55:00 2026 GMT');
  assert.ok(certificate.verify(createPublicKey(authority ?? '')));
});

test('a request has no CA, and no key is ever copied', async () => {
  const pem = await heldPem(play, indexOf('request'), 'own');
  assert.match(pem ?? '', /^-----BEGIN CERTIFICATE REQUEST-----\n/);
  assert.doesNotMatch(pem ?? '', /PRIVATE/);
  assert.equal(await heldPem(play, indexOf('request'), 'authority'), undefined);
});

test('what is no certificate, and what is not there, has no PEM', async () => {
  assert.equal(await heldPem(play, indexOf('token'), 'own'), undefined);
  assert.equal(await heldPem(play, play.things.length, 'own'), undefined);
});
