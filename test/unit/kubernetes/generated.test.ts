import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { generate, staleFiles } from '../../../data/generate';
import { COMPONENTS } from '../../../data/derive/sources';
import type { Dated, FieldSchema, MinorRange } from '../../../src/core/kubernetes/data';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { kubernetes } from './knowledge';

const { releases, flags, gates, fields, kubeadm, apiVersions, rbac } = kubernetesData;
const [OLDEST, NEWEST] = [releases[0]?.minor ?? 0, releases.at(-1)?.minor ?? 0];

/** Ranges in order, without overlap, within the known releases. */
function assertRanges(rows: readonly (readonly [number, number, ...unknown[]])[], what: string, from = OLDEST): void {
  let before = from - 1;
  for (const [first, last] of rows) {
    assert.ok(Number.isInteger(first) && Number.isInteger(last), what);
    assert.ok(before < first && first <= last && last <= NEWEST, `${what}: ${String(first)}-${String(last)}`);
    before = last;
  }
}

function assertInside(inner: readonly MinorRange[], outer: readonly MinorRange[], what: string): void {
  for (const [from, to] of inner) {
    assert.ok(
      outer.some(([first, last]) => first <= from && to <= last),
      `${what}: ${String(from)}-${String(to)}`,
    );
  }
}

test('the generated files are those the facts give', () => {
  assert.deepEqual(staleFiles(), [], 'run: tsx data/generate.ts');
  assert.deepEqual([...generate()], [...generate()]);
});

test('they stay small enough to load at once', () => {
  const size = [...generate().values()].reduce((sum, text) => sum + text.length, 0);
  assert.ok(size < 280_000, `${String(size)} characters`);
});

test('releases follow one another without a gap', () => {
  assert.deepEqual(
    releases.map(({ minor }) => minor),
    Array.from({ length: NEWEST - OLDEST + 1 }, (_, index) => OLDEST + index),
  );
  assert.deepEqual(
    [kubernetes.releases.oldest, kubernetes.releases.newest],
    [`1.${String(OLDEST)}`, `1.${String(NEWEST)}`],
  );
  assert.equal(kubernetes.releases.clamp('1.2'), kubernetes.releases.oldest);
  assert.equal(kubernetes.releases.clamp('1.99'), kubernetes.releases.newest);
  for (const { confidence } of releases) {
    for (const component of COMPONENTS) assert.match(confidence[component], /^(verified|likely)$/);
  }
});

describe('flags', () => {
  for (const component of COMPONENTS) {
    test(component, () => {
      for (const [name, flag] of Object.entries(flags[component])) {
        assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
        assert.ok(flag.accepted.length > 0, name);
        assertRanges(flag.accepted, name);
        assertRanges(flag.deprecated ?? [], `${name} deprecated`);
        assertRanges(flag.uncertain ?? [], `${name} uncertain`);
        assertRanges(flag.defaults ?? [], `${name} default`);
        assertRanges(flag.fields ?? [], `${name} field`);
        assertInside(flag.deprecated ?? [], flag.accepted, `${name} deprecated`);
        assert.equal(flag.type === undefined, flag.typeFrom === undefined, name);
        if (flag.replacement !== undefined) assert.ok(flags[component][flag.replacement], name);
      }
    });
  }
});

test('gates', () => {
  for (const [name, gate] of Object.entries(gates)) {
    assert.match(name, /^[A-Za-z][A-Za-z0-9]+$/);
    assertRanges(gate.spans, name);
    assert.ok(gate.spans.length > 0 || gate.planned !== undefined || name === 'CertificateSigningRequestMLDSA', name);
    for (const [, , stage, byDefault, locked] of gate.spans) {
      assert.match(stage, /^(alpha|beta|ga|deprecated)$/);
      assert.deepEqual([typeof byDefault, typeof locked], ['boolean', 'boolean'], name);
    }
  }
});

test('fields of KubeletConfiguration and kubeadm', () => {
  const dated = <T>(rows: Dated<T> | undefined, what: string): void => {
    assertRanges(rows ?? [], what);
  };
  const check = (schema: FieldSchema, accepted: MinorRange): void => {
    for (const [path, field] of Object.entries(schema)) {
      assertRanges(field.ranges ?? [], path);
      assertInside(field.ranges ?? [], [accepted], path);
      dated(field.types, path);
      dated(field.defaults, path);
      dated(field.enums, path);
      assert.ok(!(field.type !== undefined && field.types), path);
    }
  };
  for (const version of Object.values(fields)) check(version.fields, version.accepted);
  for (const version of Object.values(kubeadm)) {
    for (const schema of Object.values(version.fields)) check(schema, version.accepted);
  }
});

test('apiVersions', () => {
  for (const row of apiVersions.versions) {
    const what = `${row.apiVersion} ${row.kinds.join()}`;
    assert.ok(row.kinds.length > 0 && row.kinds.every((kind) => /^[A-Z][A-Za-z]+$/.test(kind)), what);
    assert.ok(row.removed === undefined || row.removed > row.from, what);
    assert.ok(row.deprecated === undefined || row.deprecated >= row.from, what);
  }
  for (const change of apiVersions.changes) assert.ok(['boolean', 'string'].includes(typeof change.safe));
});

test('built-in RBAC', () => {
  for (const [name, spans] of Object.entries(rbac.clusterRoles)) {
    assertRanges(
      spans.map(({ from, to }) => [from, to] as const),
      name,
    );
    for (const { rules } of spans)
      assert.ok(
        rules.every(({ verbs }) => verbs.length > 0),
        name,
      );
  }
  for (const { name, spans } of [...rbac.bindings, ...rbac.kubeadmBindings]) {
    assertRanges(
      spans.map(({ from, to }) => [from, to] as const),
      name,
    );
  }
  assert.equal(rbac.signers.length, 4);
});
