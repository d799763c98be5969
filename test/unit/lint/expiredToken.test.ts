import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lint } from '../../../src/core/lint/lint';
import { options, read } from './reading';

const secret = `apiVersion: v1
kind: Secret
metadata: {name: bootstrap-token-07401b, namespace: kube-system}
type: bootstrap.kubernetes.io/token
stringData:
  token-id: 07401b
  token-secret: f395accd246ae52d
  usage-bootstrap-authentication: "true"
  expiration: 2026-11-23T20:03:41+02:00
`;

const END = Date.UTC(2026, 10, 23, 18, 3, 41);

function found(now: number | undefined): readonly string[] {
  const { findings } = lint(read({ 'secret.yaml': secret }), { ...options, ...(now !== undefined && { now }) });
  return findings
    .filter(({ rule }) => rule === 'bootstrap-token-invalid')
    .map(({ message: { id, params } }) => `${id} ${typeof params.time === 'string' ? params.time : ''}`);
}

test('a bootstrap token is over at its expiration, in whatever zone that is written', () => {
  assert.deepEqual(found(END - 1), []);
  assert.deepEqual(found(END), ['bootstrap-token-invalid.expired 2026-11-23T20:03:41+02:00']);
});

test('where nobody tells what day it is, no token is over', () => {
  assert.deepEqual(found(undefined), []);
});
