import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { playOf } from '../../../src/core/flow/playOf';
import type { PlayStep } from '../../../src/core/flow/play';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../../../src/core/flow/scenarioFiles';
import { workspaceRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';
import { readWhatIf } from '../../../src/core/flow/whatIf/readWhatIf';
import { withWhatIfs } from '../../../src/core/flow/whatIf/withWhatIfs';
import type { Release } from '../../../src/core/kubernetes/release';
import { lintFiles } from '../../rules/examples';

function played(release: Release, whatIfs: readonly string[], fields: readonly string[] = []): Timeline {
  const configuration = ['rotateCertificates: true', 'serverTLSBootstrap: true', ...fields];
  const files = new Map(clusterFiles({ configuration }).map(({ path, text }) => [path, text]));
  const chosen = whatIfs.flatMap((text) => {
    const read = readWhatIf(text, release);
    return 'id' in read ? [read] : [];
  });
  assert.equal(chosen.length, whatIfs.length);
  const run = { ...workspaceRun, bootstrapToken: BOOTSTRAP_TOKEN, until: 7200 };
  return simulate(lintFiles(files, release).cluster, withWhatIfs(run, chosen));
}

function step(timeline: Timeline, sentence: string): PlayStep | undefined {
  const { steps } = playOf(timeline, { id: 'title', params: {} });
  return steps.find((one) => one.sentence.id === `flow.step.${sentence}`);
}

function namesAskedFor({ csrs }: Timeline): readonly string[] | undefined {
  return csrs.find(({ usages }) => usages.includes('server auth'))?.sans;
}

describe('a node without an IP address (serving.needip)', () => {
  it('asks for a serving certificate with its name alone up to 1.30', () => {
    assert.deepEqual(namesAskedFor(played('1.30', [])), ['node-1', '10.77.1.1']);
    assert.deepEqual(namesAskedFor(played('1.30', ['node-address=none'])), ['node-1']);
  });

  it('does not ask from 1.31 on, and the play says what is missing', () => {
    const timeline = played('1.31', ['node-address=none']);
    assert.equal(namesAskedFor(timeline), undefined);
    const { evidence, result, output } = step(timeline, 'no-address') ?? {};
    assert.equal(result, 'waits');
    assert.equal(evidence?.[0]?.setting, 'AllowDNSOnlyNodeCSR');
    assert.match(output ?? '', /no serving certificate available for the kubelet/);
    assert.equal(timeline.outcome.id, 'ready-and-renewing');
    assert.deepEqual(namesAskedFor(played('1.31', [])), ['node-1', '10.77.1.1']);
  });

  it('asks from 1.31 on with a gate', () => {
    const gate = ['featureGates:', '  AllowDNSOnlyNodeCSR: true'];
    assert.deepEqual(namesAskedFor(played('1.31', ['node-address=none'], gate)), ['node-1']);
  });

  it('counts from 1.12 on, when the addresses came to be those of the node status (serving.sans)', () => {
    assert.ok('problem' in readWhatIf('node-address=none', '1.11'));
  });
});

describe('port 10250 without a certificate (serving.nocert)', () => {
  it('is told with what kubelet and clients say, which was other words up to 1.9', () => {
    const recorded =
      /^http: TLS handshake error from IP:PORT: no serving certificate available for the kubelet\n.*tls: internal error$/;
    assert.match(step(played('1.20', []), 'nobody-approves-serving')?.output ?? '', recorded);
    const kubelet = ['--rotate-certificates', '--feature-gates=RotateKubeletServerCertificate=true'];
    const files = new Map(clusterFiles({ kubelet }).map(({ path, text }) => [path, text]));
    const run = { ...workspaceRun, bootstrapToken: BOOTSTRAP_TOKEN, until: 7200 };
    const older = simulate(lintFiles(files, '1.9').cluster, run);
    assert.match(step(older, 'nobody-approves-serving')?.output ?? '', /IP:PORT: no certificate available\n/);
  });
});
