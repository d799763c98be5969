import assert from 'node:assert/strict';
import { it } from 'node:test';

import { playOf } from '../../../src/core/flow/playOf';
import type { PlayStep } from '../../../src/core/flow/play';
import { scenarioCluster } from '../../../src/core/flow/scenarioCluster';
import { DAY } from '../../../src/core/flow/scenarioRun';
import { scenarioById } from '../../../src/core/flow/scenarios/index';
import { simulate } from '../../../src/core/flow/simulate';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';

const scenario = scenarioById('serving-nobody-approves');
assert.ok(scenario);
const cluster = scenarioCluster(scenario, createKubernetes(kubernetesData));
const timeline = simulate(cluster, { id: 'test', ...scenario.run, settings: { rotateCertificates: 'false' } });
const end = timeline.certificates.find(({ purpose }) => purpose === 'client')?.notAfter ?? NaN;

it('a kubelet that goes on asking for port 10250 is refused as soon as its client certificate has ended', () => {
  const refused = timeline.events.find(
    ({ kind, actor, t, message }) =>
      kind === 'http-error' && actor === 'kubelet' && t > DAY && message.includes('create certificate signing request'),
  );
  assert.ok(refused);
  assert.ok(refused.t > end && refused.t < end + DAY / 2, String(refused.t / DAY));
});

it('what is not told one by one counts for the attempts before it', () => {
  const { steps } = playOf(timeline, scenario.title);
  const asked = steps.find(({ sentence }) => sentence.id === 'flow.step.not-renewed-serving');
  const refused = steps.find(({ sentence }) => sentence.id === 'flow.step.refused-serving');
  assert.ok(asked && refused);
  assert.ok(asked.t < end && refused.t > end);
  const perDay = ({ sentence }: PlayStep, days: number): number => Number(sentence.params.count) / days;
  assert.ok(perDay(asked, end / DAY) > 90, 'an attempt each quarter of an hour');
  assert.ok(perDay(refused, (refused.t - end) / DAY) > 600, 'an attempt each two minutes');
});
