import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { flowCatalogue } from '../../../src/core/flow/catalogue';
import { actorTitle, laneOf, lanesOf, ownersOf } from '../../../src/core/flow/lanes';
import type { Play } from '../../../src/core/flow/play';
import { playScenario } from '../../../src/core/flow/playScenario';
import { transcriptOf } from '../../../src/core/flow/play/transcript';
import { scenarioById } from '../../../src/core/flow/scenarios/index';
import { kubernetes } from '../../../src/core/flow/kubernetesFacts';
import { renderMessage, type Phrase } from '../../../src/core/messages/message';
import { playOfMachines } from './machinePlays';

const FIXED = ['files', 'kube-apiserver', 'RBAC', 'kube-controller-manager'];

function nameOf(title: string | Phrase): string {
  return typeof title === 'string' ? title : renderMessage(title, flowCatalogue);
}

/** The names over the lanes of a diagram, from left to right. */
function laneNames({ diagram }: Play): readonly string[] {
  return diagram.split('\n').flatMap((line) => /participant \w+ as (.*)/.exec(line)?.[1] ?? []);
}

/** The ids of the kubelets that have a message in a diagram. */
function senders({ diagram }: Play): ReadonlySet<string> {
  const ids = [...diagram.matchAll(/^ {2}(\w+?)-?-(?:>>|x)(\w+): /gm)].flatMap(([, from = '', to = '']) => [from, to]);
  return new Set(ids.filter((id) => id.startsWith('kubelet')));
}

describe('lanes', () => {
  it('one machine: a lane of its own for each actor, without a name', () => {
    const play = playOfMachines(1);
    assert.deepEqual(play.machines, []);
    assert.deepEqual(laneNames(play), ['kubelet', ...FIXED]);
    assert.ok(play.steps.every((step) => !('machine' in step)));
    assert.deepEqual(senders(play), new Set(['kubelet']));
  });

  it('two machines: a lane for each kubelet, named after its node, and all others where they always are', () => {
    const play = playOfMachines(2);
    assert.deepEqual(laneNames(play), ['kubelet node-1', 'kubelet node-2', ...FIXED]);
    assert.deepEqual(senders(play), new Set(['kubelet', 'kubelet2']));
    const registers = play.steps.filter(({ sentence }) => sentence.id === 'flow.step.register');
    assert.deepEqual(
      registers.map(({ machine, sentence }) => [machine, sentence.params.node]),
      [
        [0, 'node-1'],
        [1, 'node-2'],
      ],
    );
  });

  it('five machines: three lanes, and one for all others', () => {
    const play = playOfMachines(5);
    assert.deepEqual(laneNames(play), ['kubelet node-1', 'kubelet node-2', 'kubelet node-3', 'and 2 more', ...FIXED]);
    assert.deepEqual(senders(play), new Set(['kubelet', 'kubelet2', 'kubelet3', 'kubelet4']));
    const lanes = lanesOf(play.machines);
    assert.equal(laneOf(lanes, 'kubelet', { machine: 4 }), laneOf(lanes, 'kubelet', { machine: 3 }));
    assert.equal(laneOf(lanes, 'kube-apiserver', { machine: 4 }), 5);
  });

  it('machines that share a node are called by their own names', () => {
    const scenario = scenarioById('two-nodes-one-name');
    assert.ok(scenario);
    const play = playScenario(scenario, kubernetes);
    assert.deepEqual(laneNames(play).slice(0, 2), ['kubelet machine-1', 'kubelet machine-2']);
    const text = transcriptOf(play, flowCatalogue);
    assert.match(text, /from kubelet machine-2 to kube-apiserver/);
    assert.match(text, /files machine-2 now holds/);
  });

  it('a name that is no name stays text in the diagram', () => {
    const play = playOfMachines(2, { nodeName: 'a;b as end\n  participant x' });
    assert.equal(play.diagram.split('\n').length, 1 + 6 + play.steps.length + 1);
    assert.match(play.diagram, /as kubelet a#59;b as #101;nd participant x\n/);
  });

  it('each kubelet holds its own certificate, and its files are its own', () => {
    const play = playOfMachines(2);
    const last = play.steps.at(-1);
    const held = (machine: number) =>
      last?.holds.flatMap((item) => {
        const thing = play.things[item.thing];
        return item.machine === machine && thing?.kind === 'certificate' && thing.purpose === 'client'
          ? [thing.subject]
          : [];
      });
    assert.deepEqual(held(0), ['system:node:node-1']);
    assert.deepEqual(held(1), ['system:node:node-2']);
    const nodes = last?.holds.flatMap(({ thing }) => {
      const one = play.things[thing];
      return one?.kind === 'node' ? [one.name] : [];
    });
    assert.deepEqual(nodes, ['node-1', 'node-2']);
  });

  it('renewals of each kubelet are counted apart', () => {
    const year = 365 * 86_400;
    const { steps } = playOfMachines(2, { until: 5 * year });
    const counted = steps.filter(({ sentence }) => sentence.id.startsWith('flow.step.renewed-client'));
    assert.deepEqual(counted.map(({ machine }) => machine).sort(), [0, 1]);
  });

  it('who holds things is told in the order of the lanes', () => {
    assert.deepEqual(
      ownersOf(['a', 'b']).map(({ actor, machine }) => nameOf(actorTitle(actor, machine, ['a', 'b']))),
      ['kubelet a', 'kubelet b', 'files a', 'files b', ...FIXED.slice(1)],
    );
    assert.equal(ownersOf([]).length, 5);
  });
});
