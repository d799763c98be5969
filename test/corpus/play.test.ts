import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { englishTexts } from '../../docs/translations';
import type { Cluster } from '../../src/core/cluster/cluster';
import { playOf } from '../../src/core/flow/playOf';
import { DAY, workspaceRun, type ScenarioRun } from '../../src/core/flow/scenarioRun';
import { simulate } from '../../src/core/flow/simulate';
import { renderMessage } from '../../src/core/messages/message';
import { summaryOf } from '../../src/core/overview/summaryOf';
import { lintFiles } from '../rules/examples';
import { filesOfSet, quietSets, releaseOfSet } from './quietSets';

/** How the play of each set ends that does not end well: the settings that decide it, which its files leave open. */
const notKnown: Readonly<Record<string, readonly string[]>> = {
  '1.8-scripts': ['--rotate-certificates'],
  '1.9-kubelet-configuration': ['--rotate-certificates'],
  '1.10-kubelet-configuration': ['--rotate-certificates'],
  '1.36-edges': ['rotateCertificates'],
  'auto-ansible': ['--bootstrap-kubeconfig'],
  'auto-ansible-role': ['rotateCertificates'],
  'auto-helm': ['rotateCertificates'],
};

/** Whatever is left open is as it should be, and a person approves what nobody else does. */
const hopeful: ScenarioRun = {
  ...workspaceRun,
  settings: { rotateCertificates: 'true', '--rotate-certificates': 'true' },
  approveAfter: { client: 60 },
};

function told(cluster: Cluster): { readonly summary: string; readonly sentence: string } {
  const timeline = simulate(cluster, workspaceRun);
  const texts = englishTexts();
  const [node] = summaryOf(timeline);
  assert.ok(node);
  const { sentence } = playOf(timeline, { id: 'title', params: {} }).outcome;
  return { summary: renderMessage(node, texts), sentence: renderMessage(sentence, texts) };
}

describe('correct file sets, played', () => {
  for (const name of quietSets) {
    const { cluster } = lintFiles(filesOfSet(name), releaseOfSet(name));
    if (cluster.kubelets.length === 0) continue;
    const open = notKnown[name];
    if (open) {
      it(`${name}: how it ends is not known, and no surface says that it ends badly`, () => {
        const { outcome } = simulate(cluster, workspaceRun);
        assert.deepEqual(
          outcome.restsOn.map(({ setting }) => setting),
          open,
        );
        const { summary, sentence } = told(cluster);
        assert.match(summary, /^not known \(.+\)$/);
        assert.match(sentence, /^How it ends is not known: .+\.$/);
      });
      it(`${name}: it ends well when what is open is as it should be`, () => {
        assert.equal(simulate(cluster, hopeful).outcome.id, 'ready-and-renewing');
      });
    } else if (cluster.target.release === '1.7') {
      it(`${name}: it renews, and the new certificate counts from the next start on (rot.17)`, () => {
        const again = { t: 340 * DAY, type: 'restart-kubelet' } as const;
        const readyAfter = (run: ScenarioRun) => simulate(cluster, { ...run, until: 400 * DAY }).node.at(-1)?.ready;
        assert.equal(readyAfter({ ...workspaceRun, operations: [again] }), 'True');
        assert.equal(readyAfter(workspaceRun), 'Unknown');
        assert.match(told(cluster).sentence, /has renewed its certificate, but goes on with the old one/);
      });
    } else {
      it(`${name}: Ready and renewing`, () => {
        assert.equal(simulate(cluster, workspaceRun).outcome.id, 'ready-and-renewing');
      });
    }
  }
});
