import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createKubernetes } from '../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../src/core/kubernetes/kubernetesData';
import { readRecording } from './recording';

const { fullConfigz } = readRecording('kubelet-defaults') as {
  readonly fullConfigz: Readonly<Record<string, unknown>>;
};
const { configFields } = createKubernetes(kubernetesData);
const API_VERSION = 'kubelet.config.k8s.io/v1beta1';

/** Set by the recorder for its machine, or found out by the kubelet at the start. */
const OF_THE_MACHINE = [
  'address',
  'cgroupDriver',
  'cgroupsPerQOS',
  'failSwapOn',
  'healthzBindAddress',
  'makeIPTablesUtilChains',
  'tlsCertFile',
  'tlsPrivateKeyFile',
];

/** The leaves of an object with their paths; a map whose keys the schema does not list is one leaf. */
function leaves(
  value: unknown,
  path: readonly string[],
): readonly (readonly [path: readonly string[], value: unknown])[] {
  const { type } = configFields.field(API_VERSION, path, '1.20') ?? {};
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject || (path.length > 0 && type !== 'object')) return [[path, value]];
  return Object.entries(value).flatMap(([key, below]) => leaves(below, [...path, key]));
}

/** Durations as Go prints them: `1m0s` is `1m`; without the words about other fields. */
const plain = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .replace(/, or .*/, '')
        .replace(/m0s$/, 'm')
        .replace(/h0m$/, 'h')
    : value;

describe('defaults of a running kubelet 1.20.2', () => {
  for (const [path, value] of leaves(fullConfigz, [])) {
    const name = path.join('.');
    it(name, () => {
      const field = configFields.field(API_VERSION, path, '1.20');
      assert.ok(field, name);
      assert.match(field.state, /^(?:known|deprecated)$/);
      if (OF_THE_MACHINE.includes(name) || field.default === undefined) return;
      const known = typeof field.default === 'object' ? field.default : plain(field.default);
      assert.deepEqual(known, plain(value));
    });
  }
});
