import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { Release } from '../../../src/core/kubernetes/release';
import { kubernetes } from './knowledge';

const CLIENT = 'RotateKubeletClientCertificate';
const SERVER = 'RotateKubeletServerCertificate';

/** [gate, release, state, on by default, locked] */
const known: readonly (readonly [string, Release, string, boolean | undefined, boolean])[] = [
  [CLIENT, '1.6', 'not-yet', undefined, false],
  [CLIENT, '1.7', 'alpha', false, false],
  [CLIENT, '1.8', 'beta', true, false],
  [CLIENT, '1.18', 'beta', true, false],
  [CLIENT, '1.19', 'ga', true, true],
  [CLIENT, '1.20', 'ga', true, true],
  [CLIENT, '1.21', 'removed', undefined, false],
  [SERVER, '1.6', 'not-yet', undefined, false],
  [SERVER, '1.11', 'alpha', false, false],
  [SERVER, '1.12', 'beta', true, false],
  [SERVER, '1.36', 'beta', true, false],
  ['AllAlpha', '1.4', 'alpha', false, false],
  ['AllAlpha', '1.36', 'alpha', false, false],
  ['AllBeta', '1.16', 'not-yet', undefined, false],
  ['AllBeta', '1.36', 'beta', false, false],
  ['CSRDuration', '1.26', 'removed', undefined, false],
  ['KubeletCertCNValidation', '1.36', 'not-yet', undefined, false],
  ['NoSuchGate', '1.20', 'unknown', undefined, false],
  ['toString', '1.20', 'unknown', undefined, false],
];

describe('life of a feature gate', () => {
  for (const [gate, release, state, byDefault, locked] of known) {
    test(`${gate} in ${release}: ${state}`, () => {
      const life = kubernetes.gate(gate, release);
      assert.deepEqual([life.state, life.default, life.locked], [state, byDefault, locked]);
    });
  }
});

test('a gate names the releases it came and went with', () => {
  const life = kubernetes.gate(CLIENT, '1.25');
  assert.deepEqual([life.since, life.removedIn], ['1.7', '1.21']);
  assert.equal(kubernetes.gate(CLIENT, '1.20').stageSince, '1.19');
  assert.equal(kubernetes.gate(SERVER, '1.36').removedIn, undefined);
});

test('a gate name in another case or spelling leads to the right one', () => {
  assert.equal(kubernetes.nearestGate('rotateKubeletServerCertificate', '1.20'), SERVER);
  assert.equal(kubernetes.nearestGate('RotateKubletServerCertificate', '1.20'), SERVER);
  assert.equal(kubernetes.nearestGate('RotateKubeletClientCertificates', '1.20'), CLIENT);
  assert.notEqual(kubernetes.nearestGate('RotateKubeletClientCertificates', '1.30'), CLIENT);
  assert.equal(kubernetes.nearestGate('Zzz', '1.20'), undefined);
});
