import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flowCatalogue } from '../../../src/core/flow/catalogue';
import { scenarioCluster } from '../../../src/core/flow/scenarioCluster';
import { scenarioById, scenarios } from '../../../src/core/flow/scenarios/index';
import { simulate } from '../../../src/core/flow/simulate';
import { offeredWhatIfs, toggleOf } from '../../../src/core/flow/whatIf/offeredWhatIfs';
import { readWhatIf } from '../../../src/core/flow/whatIf/readWhatIf';
import { withWhatIfs } from '../../../src/core/flow/whatIf/withWhatIfs';
import { kubernetes } from '../../../src/core/flow/kubernetesFacts';
import { renderMessage } from '../../../src/core/messages/message';

/** Texts of the toggles that a built-in scenario is offered, by their ids. */
function offered(id: string): Readonly<Record<string, string>> {
  const scenario = scenarioById(id);
  assert.ok(scenario);
  const toggles = offeredWhatIfs(scenarioCluster(scenario, kubernetes));
  return Object.fromEntries(toggles.map((one) => [one.id, renderMessage(one.text, flowCatalogue)]));
}

describe('a toggle', () => {
  it('is offered under its real name, as what it is not yet', () => {
    assert.equal(offered('one-year-bomb')['rotateCertificates=true'], 'rotateCertificates: true');
    assert.equal(offered('today')['rotateCertificates=false'], 'rotateCertificates: false');
    assert.equal(offered('today')['serverTLSBootstrap=false'], 'serverTLSBootstrap: false');
    assert.equal(offered('controller-disabled')['controllers=*'], '--controllers: *');
    assert.match(offered('today')['selfnodeclient-binding=absent'] ?? '', /:selfnodeclient bound to nobody$/);
    assert.match(offered('missing-renewal-binding')['selfnodeclient-binding=present'] ?? '', /bound to system:nodes$/);
  });

  it('says in words what its value means', () => {
    const today = offered('today');
    assert.equal(today['cluster-signing-key-file='], '--cluster-signing-key-file without a value');
    assert.equal(today['api-server-down=30d..31d'], 'the API server is down from 30 days to 31 days after the start');
    assert.equal(today['node-clock=-80d'], "the node's clock is 80 days behind");
    assert.equal(today['control-plane-clock=1h'], "the control plane's clock is 60 min ahead");
    assert.equal(
      today['file-deleted=bootstrap-kubeconfig@1m'],
      'the file bootstrap-kubeconfig of the node is deleted after 60 s',
    );
    for (const text of Object.values(today)) assert.doesNotMatch(text, /\{|\}|\.\.|@|: ?$/);
  });

  it('is offered in releases in which it counts', () => {
    const at17 = Object.keys(offered('era-1.7'));
    assert.ok(at17.some((id) => id.startsWith('RotateKubeletClientCertificate=')));
    assert.ok(!at17.some((id) => /^(rotate-c|rotateC|serverTLS)/.test(id)));
    assert.ok(!Object.keys(offered('today')).some((id) => id.startsWith('RotateKubeletClientCertificate')));
  });

  it('is made of what is chosen already, whatever its value', () => {
    const chosen = toggleOf({ id: 'node-off', value: '1d..3d' }, '1.30');
    assert.ok(chosen);
    assert.equal(chosen.id, 'node-off=1d..3d');
    assert.match(renderMessage(chosen.text, flowCatalogue), /is switched off from 24 h to 3 days after the start$/);
    assert.equal(toggleOf({ id: 'no-such-thing', value: '1' }, '1.30'), undefined);
  });

  it('can be read, and gives every scenario a story', () => {
    for (const scenario of scenarios) {
      const cluster = scenarioCluster(scenario, kubernetes);
      for (const { id, text } of offeredWhatIfs(cluster)) {
        const whatIf = readWhatIf(id, scenario.release);
        assert.ok('id' in whatIf, id);
        assert.ok(flowCatalogue[text.id], text.id);
        const run = withWhatIfs({ id: scenario.id, ...scenario.run, until: 400 * 86_400 }, [whatIf]);
        assert.ok(simulate(cluster, run).events.length > 0);
      }
    }
  });
});
