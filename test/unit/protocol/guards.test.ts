import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFromPage, isToPage } from '../../../src/core/protocol/guards';
import type { FromPage, Snapshot, ToPage } from '../../../src/core/protocol/messages';
import { initialPlayerState } from '../../../src/core/protocol/playerState';
import { everyThing } from '../flow/everyThing';

const state = initialPlayerState('today', undefined);
const words = { id: 'scenario.today', params: { release: '1.36' } };
const origin = { path: '/etc/kubelet.env', range: { start: 0, end: 4 } };

const snapshot: Snapshot = {
  type: 'snapshot',
  play: {
    scenario: 'today',
    title: words,
    release: '1.36',
    startsAt: 0,
    machines: [],
    things: everyThing('node-1'),
    steps: [
      {
        step: 'create-csr',
        t: 0.5,
        from: 'kubelet',
        to: 'kube-apiserver',
        label: words,
        sentence: words,
        output: '',
        result: 'ok',
        holds: [{ actor: 'kubelet', name: 'key', thing: 0, change: 'new' }],
        evidence: [
          { setting: '--rotate-certificates', value: 'true', origin },
          { setting: '--v', value: undefined, origin: undefined },
        ],
        assumed: false,
      },
    ],
    diagram: 'sequenceDiagram',
    lifeLine: {
      end: 9,
      bars: [{ name: 'client', purpose: 'client', notBefore: -300, notAfter: 9, rotationAt: undefined }],
      node: [{ t: 0, ready: 'none' }],
    },
    outcome: { sentence: words, ok: true, isKnown: true, t: 9 },
    assumptions: [words],
  },
  scenarios: [{ id: 'today', title: 'Today' }],
  texts: { 'player.step': 'Step' },
  state,
  worlds: {
    releases: ['1.35', '1.36'],
    ownRelease: '1.36',
    changes: [{ release: '1.36', text: words }],
    original: undefined,
    whatIfs: [{ id: 'rotate-certificates', text: words, since: '1.8', until: '1.36', chosen: true }],
  },
  findings: [{ rule: 'rotate-certificates-off', step: 'rotate', origin }],
  reduceMotion: false,
};

const toPage: ToPage[] = [
  snapshot,
  { type: 'problem', text: 'no cluster here' },
  { type: 'transport', action: 'back' },
  { type: 'copied', thing: 0, part: 'authority' },
];

const fromPage: FromPage[] = [
  { type: 'ready', state: undefined },
  { type: 'ready', state },
  { type: 'choose-scenario', scenario: 'today' },
  { type: 'choose-scenario', scenario: 'today', step: 'approve' },
  { type: 'choose-world', release: '1.30', whatIfs: [] },
  { type: 'choose-world', release: undefined, whatIfs: ['nodeclient'] },
  { type: 'command', command: 'transcript' },
  { type: 'reveal-evidence', step: 0, evidence: 0 },
  { type: 'reveal-held', thing: 0, field: 1, value: 0 },
  { type: 'reveal-finding', finding: 0 },
  { type: 'copy-pem', thing: 0, part: 'own' },
  { type: 'state-changed', state, finished: true, moves: 3 },
];

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

for (const message of toPage) {
  test(`the page takes ${message.type}, also after a trip as JSON`, () => {
    assert.ok(isToPage(message));
    assert.ok(isToPage(overTheWire(message)));
    assert.ok(!isFromPage(message));
  });
}

for (const message of fromPage) {
  test(`the host takes ${message.type}, also after a trip as JSON`, () => {
    assert.ok(isFromPage(message));
    assert.ok(isFromPage(overTheWire(message)));
    assert.ok(!isToPage(message));
  });
}

/** Every way to spoil one value inside `value`: each leaf in turn becomes an object that fits nowhere. */
function* spoiled(value: unknown, path: readonly string[] = []): Generator<{ path: string; value: unknown }> {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) yield { path: path.join('.'), value: { not: { what: ['was', 'meant'] } } };
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    for (const one of spoiled(inner, [...path, key])) {
      const copy: unknown = Array.isArray(value)
        ? value.map((item: unknown, at) => (String(at) === key ? one.value : item))
        : { ...value, [key]: one.value };
      yield { path: one.path, value: copy };
    }
  }
}

test('a message with any one value of the wrong kind is refused', () => {
  const cases = [...toPage, ...fromPage].flatMap((message) => [...spoiled(message)]);
  assert.ok(cases.length > 50);
  for (const { path, value } of cases) assert.ok(!isToPage(value) && !isFromPage(value), path);
});

test('what is no message is refused', () => {
  for (const value of [
    undefined,
    null,
    0,
    'snapshot',
    [],
    {},
    { type: 'toString' },
    { type: '__proto__' },
    { type: 'snapshot' },
  ]) {
    assert.ok(!isToPage(value) && !isFromPage(value), JSON.stringify({ value }));
  }
});

test('numbers that nothing can be drawn with are refused', () => {
  const { play } = snapshot;
  assert.ok(!isToPage({ ...snapshot, play: { ...play, lifeLine: { ...play.lifeLine, end: Infinity } } }));
  assert.ok(!isToPage({ ...snapshot, play: { ...play, outcome: { ...play.outcome, t: Number.NaN } } }));
});
