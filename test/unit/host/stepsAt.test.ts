import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCluster } from '../../../src/core/cluster/buildCluster';
import type { Play } from '../../../src/core/flow/play';
import { playOf } from '../../../src/core/flow/playOf';
import { workspaceRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import { stepsAt } from '../../../src/host/player/stepsAt';
import { kubernetes, unit } from '../cluster/reading';
import { read } from '../lint/reading';

const path = 'kubelet.service';
const text = unit('/usr/bin/kubelet --bootstrap-kubeconfig=/b --kubeconfig=/k --v=2');

function played(): Play {
  const cluster = buildCluster(read({ [path]: text }), { target: '1.30', kubernetes });
  return playOf(simulate(cluster, workspaceRun), { id: 'title', params: {} });
}

/** The ids of the steps at which a word of the unit is at work. */
function idsAt(word: string): readonly string[] {
  const play = played();
  const start = text.indexOf(word);
  return stepsAt(play, { path, range: { start, end: start } }).map(({ index }) => play.steps[index]?.step ?? '');
}

test('a flag is at work at the steps that it is evidence of', () => {
  assert.deepEqual(idsAt('--kubeconfig'), ['kubelet-start', 'write-kubeconfig']);
  assert.ok(idsAt('--bootstrap-kubeconfig').includes('bootstrap-credentials'));
});

test('a flag that decides nothing, another file, and what is only missing are nowhere at work', () => {
  assert.deepEqual(idsAt('--v=2'), []);
  assert.deepEqual(stepsAt(played(), { path: 'other', range: { start: 0, end: 1000 } }), []);
  const absent = played().steps.flatMap(({ evidence }) => evidence.filter(({ value, origin }) => origin && !value));
  assert.ok(absent.length > 0);
  for (const { origin } of absent) {
    const range = origin && { start: origin.range.end, end: origin.range.end };
    const found = range ? stepsAt(played(), { path, range }) : [];
    assert.ok(found.every(({ range: place }) => place.end !== origin?.range.end || place.start !== origin.range.start));
  }
});
