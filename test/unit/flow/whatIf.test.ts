import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { flowCatalogue } from '../../../src/core/flow/catalogue';
import { scenarioById } from '../../../src/core/flow/scenarios';
import { scenarioCluster } from '../../../src/core/flow/scenarioCluster';
import { simulate } from '../../../src/core/flow/simulate';
import type { Timeline } from '../../../src/core/flow/timeline';
import { parseDuration } from '../../../src/core/flow/whatIf/duration';
import { readWhatIf } from '../../../src/core/flow/whatIf/readWhatIf';
import { whatIfs, whatIfsOf } from '../../../src/core/flow/whatIf/whatIfs';
import { withWhatIfs } from '../../../src/core/flow/whatIf/withWhatIfs';
import { kubernetes } from '../../../src/core/flow/kubernetesFacts';
import type { Release } from '../../../src/core/kubernetes/release';
import { renderMessage } from '../../../src/core/messages/message';

const DAY = 86_400;

/** Plays a built-in scenario with what-ifs. */
function play(id: string, ...texts: readonly string[]): Timeline {
  const scenario = scenarioById(id);
  assert.ok(scenario);
  const chosen = texts.map((text) => {
    const read = readWhatIf(text, scenario.release);
    assert.ok('id' in read, 'problem' in read ? renderMessage(read.problem, flowCatalogue) : '');
    return read;
  });
  return simulate(scenarioCluster(scenario, kubernetes), withWhatIfs({ id, ...scenario.run }, chosen));
}

function problemOf(text: string, release: Release = '1.36'): string {
  const read = readWhatIf(text, release);
  return 'problem' in read ? renderMessage(read.problem, flowCatalogue) : '';
}

describe('what-ifs', () => {
  it('are read with durations of days and years, and never further than a hundred years', () => {
    assert.equal(parseDuration('400d'), 400 * DAY);
    assert.equal(parseDuration('1y12h'), 365 * DAY + 43_200);
    assert.equal(parseDuration('-1h30m'), -5400);
    assert.equal(parseDuration('101y'), 'too-long');
    for (const text of ['', '5', 'd', '1w', '1d ', '1e9d', '--1d']) assert.equal(parseDuration(text), undefined, text);
  });

  it('say what is wrong with a wrong one, and name what may have been meant', () => {
    assert.match(problemOf('rotateCertificate=false'), /did you mean rotateCertificates\?/);
    assert.match(problemOf('nonsense=1'), /there is no what-if "nonsense": this release knows rotateCertificates,/);
    assert.match(problemOf('rotateCertificates=maybe'), /does not take "maybe": take for example true, false/);
    assert.match(problemOf('rotateCertificates'), /needs a value/);
    assert.match(problemOf('rotate-certificates=true'), /means nothing in 1\.36: it exists from 1\.8 to 1\.10/);
    assert.match(problemOf('serverTLSBootstrap=true', '1.10'), /from 1\.11 on/);
    assert.match(problemOf('node-off=400d..30d'), /does not take/);
    assert.match(problemOf('node-off=1d..200y'), /a hundred years/);
    assert.match(problemOf('file-deleted=ca.crt@1d'), /does not take/);
    assert.equal(problemOf('node-off=1d..2d'), '');
  });

  it('offer values that can be read, and survive being plain text', () => {
    for (const { id, offered, since } of whatIfs) {
      for (const value of offered) {
        const read = readWhatIf(`${id}=${value}`, since);
        assert.deepEqual(JSON.parse(JSON.stringify(read)), { id, value });
      }
    }
    assert.ok(whatIfsOf('1.4').length < whatIfsOf('1.36').length);
  });
});

describe('what if …', () => {
  it('rotation were off: the bomb', () => {
    const { outcome, events } = play('today', 'rotateCertificates=false');
    assert.equal(outcome.id, 'not-ready-after-expiry');
    const expiry = events.find(({ kind }) => kind === 'certificate-expired');
    assert.deepEqual(expiry?.evidence, [{ setting: 'what if rotateCertificates', value: 'false', origin: undefined }]);
  });

  it('rotation were on: no bomb any more, given the binding', () => {
    assert.equal(play('one-year-bomb').outcome.id, 'not-ready-after-expiry');
    const { outcome } = play('one-year-bomb', 'rotateCertificates=true', 'selfnodeclient-binding=present');
    assert.equal(outcome.id, 'ready-and-renewing');
  });

  it('certificates lived a day', () => {
    const { certificates } = play('today', 'cluster-signing-duration=10d');
    const first = certificates.find(({ purpose }) => purpose === 'client');
    assert.equal((first?.notAfter ?? 0) - (first?.notBefore ?? 0), 10 * DAY);
    assert.ok(certificates.length > 90);
  });

  it('a binding were missing', () => {
    assert.equal(play('today', 'node-bootstrapper-binding=absent').outcome.id, 'exited');
    assert.equal(play('today', 'nodeclient-binding=absent').outcome.id, 'stuck-pending');
    const late = play('today', 'nodeclient-binding=absent', 'client-approval=10m');
    assert.equal(late.outcome.id, 'ready-and-renewing');
  });

  it('the API server were down when the node starts', () => {
    const { outcome, node } = play('today', 'api-server-down=0s..10m');
    assert.equal(outcome.id, 'ready-and-renewing');
    assert.ok((node.find(({ ready }) => ready === 'True')?.t ?? 0) > 600);
  });

  it('the API server were down for a while: nobody can even write that the node is NotReady', () => {
    const { events, node, outcome } = play('today', 'api-server-down=30d..31d');
    assert.ok(events.some(({ message }) => message.includes('connection refused')));
    assert.deepEqual(node.at(-1)?.ready, 'True');
    assert.equal(outcome.id, 'ready-and-renewing');
  });

  it('the API server were down while the certificate ends', () => {
    const { outcome, certificates } = play('today', 'api-server-down=200d..366d', 'token-expiry=1d');
    assert.equal(certificates.filter(({ purpose }) => purpose === 'client').length, 1);
    assert.equal(outcome.id, 'exited');
  });

  it('the node were off for longer than its certificate lives', () => {
    const alive = play('today', 'node-off=30d..400d');
    assert.equal(alive.outcome.id, 'ready-and-renewing');
    const gone = play('today', 'node-off=30d..400d', 'file-deleted=bootstrap-kubeconfig@1m');
    assert.equal(gone.outcome.id, 'exited');
    assert.match(gone.outcome.message, /unable to load bootstrap kubeconfig/);
  });

  it('the service manager does not start a node that is off', () => {
    const { events } = play('expired-token', 'node-off=5m5s..10m');
    const starts = events.filter(({ kind }) => kind === 'start').map(({ t }) => t);
    assert.ok(
      starts.every((t) => t < 305 || t >= 600),
      starts.join(),
    );
  });

  it("the node's clock were behind: it renews too late, by a clock that nobody else believes", () => {
    assert.equal(play('today', 'node-clock=-1h').outcome.id, 'ready-and-renewing');
    const { events, node } = play('today', 'node-clock=-80d', 'token-expiry=1d');
    const refused = events.find(({ kind, t }) => kind === 'http-error' && t > 364 * DAY);
    assert.match(refused?.message ?? '', /certificate has expired/);
    assert.equal(node.at(-1)?.ready, 'Unknown');
  });

  it("the node's clock were years ahead: every certificate looks expired to it", () => {
    const { outcome, events } = play('today', 'node-clock=2y');
    assert.equal(
      events.some(({ kind }) => kind === 'node-ready'),
      false,
    );
    assert.equal(outcome.id, 'exited');
  });

  it("the control plane's clock were ahead: its certificates begin in the future and hold all the same", () => {
    const { outcome, certificates } = play('today', 'control-plane-clock=1h');
    assert.equal(outcome.id, 'ready-and-renewing');
    assert.ok((certificates.find(({ purpose }) => purpose === 'client')?.notBefore ?? 0) > 3000);
  });

  it('the control plane were upgraded: its new defaults count, and what it does not take any more stops it', () => {
    const fine = play('era-1.8', 'control-plane-upgrade=1.10@30d');
    assert.equal(fine.outcome.id, 'ready-and-renewing');
    assert.ok(fine.events.some(({ kind, message }) => kind === 'start' && message === 'kube-apiserver 1.10 starts'));
    const flagGone = play('era-1.8', 'control-plane-upgrade=1.25@30d');
    const exit = flagGone.events.find(({ kind, t }) => kind === 'exit' && t >= 30 * DAY);
    assert.equal(exit?.actor, 'kube-controller-manager');
    assert.equal(flagGone.node.at(-1)?.ready, 'True');
    assert.equal(flagGone.outcome.id, 'not-ready-after-expiry');
  });

  it('an old kubelet asked a new API server: the version of its requests is gone', () => {
    const { events, outcome } = play('one-year-bomb', 'rotateCertificates=true', 'control-plane-upgrade=1.22@30d');
    const refusal = events.find(({ kind, t }) => kind === 'http-error' && t > 250 * DAY);
    assert.match(refusal?.message ?? '', /the server could not find the requested resource$/);
    assert.notEqual(outcome.id, 'ready-and-renewing');
    assert.match(problemOf('control-plane-upgrade=1.20@1d', '1.30'), /does not take "1\.20@1d"/);
    assert.match(problemOf('control-plane-upgrade=1.99@1d', '1.30'), /does not take/);
  });

  it('the certificate were lost: the next start bootstraps again', () => {
    const { outcome, csrs } = play('today', 'file-deleted=client-certificate@30d', 'kubelet-restart=31d');
    assert.equal(outcome.id, 'ready-and-renewing');
    assert.ok(csrs.some(({ created, username }) => created > 31 * DAY && username === 'system:bootstrap:07401b'));
  });

  it('the kubeconfig were lost: the next start writes it again for the certificate that is there', () => {
    const { outcome, csrs, events } = play('today', 'file-deleted=kubeconfig@30d', 'kubelet-restart=31d');
    assert.equal(outcome.id, 'ready-and-renewing');
    assert.equal(csrs.filter(({ username }) => username === 'system:bootstrap:07401b').length, 1);
    assert.ok(events.some(({ kind, t, details }) => kind === 'file-write' && t > 31 * DAY && details.op === 'create'));
  });
});
