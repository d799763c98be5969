import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flowCatalogue } from '../../../src/core/flow/catalogue';
import chinese from '../../../src/core/flow/messages/zh-cn.json';
import { kubernetes } from '../../../src/core/flow/kubernetesFacts';
import { span } from '../../../src/core/flow/play/span';
import { transcriptOf } from '../../../src/core/flow/play/transcript';
import { playScenario } from '../../../src/core/flow/playScenario';
import { scenarioCluster } from '../../../src/core/flow/scenarioCluster';
import { scenarios } from '../../../src/core/flow/scenarios/index';
import { offeredWhatIfs } from '../../../src/core/flow/whatIf/offeredWhatIfs';
import { renderMessage, type Catalogue } from '../../../src/core/messages/message';

const MINUTE = 60;
const DAY = 86_400;

function told(seconds: number, texts: Catalogue): string {
  return renderMessage(span(seconds), texts);
}

describe('a length of time', () => {
  it('is told in the largest unit of which it has two', () => {
    const lengths = [0, 0.44, 1, 40, 119, 2 * MINUTE, 90 * MINUTE, 47 * 60 * MINUTE, 2 * DAY, 365 * DAY];
    assert.deepEqual(
      lengths.map((one) => told(one, flowCatalogue)),
      ['0 s', '0.4 s', '1 s', '40 s', '119 s', '2 min', '90 min', '47 h', '2 days', '365 days'],
    );
    assert.deepEqual(
      lengths.map((one) => told(one, chinese)),
      ['0 秒', '0.4 秒', '1 秒', '40 秒', '119 秒', '2 分钟', '90 分钟', '47 小时', '2 天', '365 天'],
    );
  });

  it('has a unit of the language of its sentence, whatever is told', () => {
    for (const scenario of scenarios) {
      const transcript = transcriptOf(playScenario(scenario, kubernetes), chinese).replace(/```[\s\S]*?```/g, '');
      assert.doesNotMatch(transcript, /\d (?:d|h|min|s|days)\b/, scenario.id);
      const faults = offeredWhatIfs(scenarioCluster(scenario, kubernetes)).filter(
        ({ text }) => text.id !== 'flow.whatIf.set',
      );
      assert.ok(faults.length > 0);
      for (const { text } of faults)
        assert.doesNotMatch(renderMessage(text, chinese), /(?<!\w)\d+ ?(?:d|h|min|m|s|days)\b/);
    }
  });
});
