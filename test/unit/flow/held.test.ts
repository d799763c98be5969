import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flowCatalogue } from '../../../src/core/flow/catalogue';
import { checksOf } from '../../../src/core/flow/held/checks';
import { heldFieldIds } from '../../../src/core/flow/held/heldField';
import { fieldsOf } from '../../../src/core/flow/held/heldFields';
import type { HeldThing } from '../../../src/core/flow/held/heldThing';
import type { Play } from '../../../src/core/flow/play';
import { playOf } from '../../../src/core/flow/playOf';
import { playScenario } from '../../../src/core/flow/playScenario';
import { DAY, type ScenarioRun } from '../../../src/core/flow/scenarioRun';
import { scenarios } from '../../../src/core/flow/scenarios/index';
import { simulate } from '../../../src/core/flow/simulate';
import { createKubernetes } from '../../../src/core/kubernetes/kubernetes';
import { kubernetesData } from '../../../src/core/kubernetes/kubernetesData';
import { everyThing } from './everyThing';
import { handMadeCluster, type ShortBinding } from './handMadeCluster';

const PREFIX = 'system:certificates.k8s.io:certificatesigningrequests:';
const BINDINGS: readonly ShortBinding[] = [
  ['system:node-bootstrapper', 'Group:system:bootstrappers'],
  [`${PREFIX}nodeclient`, 'Group:system:bootstrappers'],
  [`${PREFIX}selfnodeclient`, 'Group:system:nodes'],
];
const kubernetes = createKubernetes(kubernetesData);
const plays = scenarios.map((scenario) => playScenario(scenario, kubernetes));

function play(bindings = BINDINGS, run: Partial<ScenarioRun> = {}): Play {
  const cluster = handMadeCluster({ release: '1.20', bindings, kubelet: { 'rotate-certificates': true } });
  return playOf(simulate(cluster, { id: 'test', ...run }), { id: 'title', params: {} });
}

function playOfScenario(id: string): Play {
  const found = plays.find(({ scenario }) => scenario === id);
  assert.ok(found);
  return found;
}

/** What is held under a name at the last step that holds it. */
function lastHeld({ steps, things }: Play, name: string): HeldThing {
  const index = steps.flatMap(({ holds }) => holds).findLast((item) => item.name === name)?.thing ?? -1;
  const thing = things[index];
  assert.ok(thing, name);
  return thing;
}

/** The values of a thing's fields, by field. */
function told(thing: HeldThing): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fieldsOf(thing).map(({ id, values }) => [
      id,
      values
        .map((value) => (value.type === 'name' ? value.text : value.type === 'words' ? value.message.id : value.t))
        .join(' | '),
    ]),
  );
}

describe('what is held', () => {
  it('has a name and a purpose for each field, and each field is used', () => {
    for (const id of heldFieldIds) {
      for (const text of [`flow.field.${id}`, `flow.field.${id}.for`]) assert.ok(flowCatalogue[text], text);
    }
    const things = [...plays.flatMap((one) => one.things), ...everyThing('x')];
    const used = new Set(things.flatMap(fieldsOf).map(({ id }) => id));
    assert.deepEqual(
      heldFieldIds.filter((id) => !used.has(id)),
      [],
    );
  });

  it('tells a request as the API does: who asks, for what, and what was decided', () => {
    const request = told(lastHeld(play(BINDINGS, { until: 60 }), 'client request'));
    assert.equal(request.requester, 'system:bootstrap:07401b');
    assert.equal(request['requester-groups'], 'system:bootstrappers | system:authenticated');
    assert.equal(request.signer, 'kubernetes.io/kube-apiserver-client-kubelet');
    assert.equal(request['request-subject'], 'O=system:nodes, CN=system:node:node-1');
    assert.match(request.conditions ?? '', /^Approved \(AutoApproved\) \| Auto approving kubelet client certificate/);
    assert.equal(request.issued, 'flow.held.issued');
  });

  it('knows no signerName before 1.18', () => {
    assert.equal(told(lastHeld(playOfScenario('era-1.8'), 'client request')).signer, 'flow.held.noSigner');
  });

  it('says which binding, role and rule let somebody in, and where they stand', () => {
    const decision = lastHeld(playOfScenario('today'), 'certificatesigningrequests');
    const { binding, role, rule } = told(decision);
    assert.equal(binding, 'kubelet-bootstrap (Group system:bootstrappers)');
    assert.equal(role, 'system:node-bootstrapper');
    assert.match(rule ?? '', /^create, .*certificatesigningrequests \(certificates\.k8s\.io\)$/);
    const place = fieldsOf(decision).find(({ id }) => id === 'binding')?.values[0];
    assert.ok(place?.type === 'name' && place.origin?.path === 'bootstrap-rbac.yaml');
  });

  it('says what is missing when RBAC refuses, and who has it instead', () => {
    const bootstrapToken = { username: 'system:bootstrap:07401b', groups: ['system:bootstrappers'] };
    const others: ShortBinding[] = [['system:node-bootstrapper', 'Group:somebody-else']];
    const decision = told(lastHeld(play(others, { view: 'complete', bootstrapToken }), 'certificatesigningrequests'));
    assert.equal(decision.answer, 'flow.held.no');
    assert.equal(decision['missing-rule'], 'create certificatesigningrequests (certificates.k8s.io)');
    assert.match(decision['missing-binding'] ?? '', /Group system:bootstrappers/);
    assert.ok(decision.others);
    assert.equal(decision.binding, undefined);
  });

  it('follows the link to the newest file, and counts those that stay beside it', () => {
    const decade = play(BINDINGS, { until: 3650 * DAY });
    const link = lastHeld(decade, '/var/lib/kubelet/pki/kubelet-client-current.pem');
    const file = lastHeld(decade, '/var/lib/kubelet/pki/kubelet-client.pem');
    assert.ok(link.kind === 'symlink' && file.kind === 'file');
    assert.equal(link.target, file.path);
    assert.equal(file.older, 12);
    assert.equal(file.mode, '0600');
  });

  it('lets a request go that kube-controller-manager has cleaned up', () => {
    const { steps } = playOfScenario('one-year-bomb');
    const changes = steps.map(({ holds }) => holds.find(({ name }) => name === 'client request')?.change);
    assert.equal(
      changes.findLast((change) => change !== undefined),
      'gone',
    );
  });

  it('tells the end of the certificate at the step at which it ends', () => {
    const { steps, things } = playOfScenario('one-year-bomb');
    const ended = steps.find(({ step }) => step === 'expire');
    const item = ended?.holds.find(({ name }) => name === 'client certificate');
    const thing = things[item?.thing ?? -1];
    assert.ok(item?.change === 'changed' && thing?.kind === 'certificate' && thing.expired);
  });

  it('stays small: a thing is written once, however many steps hold it', () => {
    for (const { things, scenario } of plays) {
      assert.equal(new Set(things.map((thing) => JSON.stringify(thing))).size, things.length, scenario);
    }
    const long = play(BINDINGS, { until: 3650 * DAY });
    assert.ok(JSON.stringify(long.things).length < 16_000, String(JSON.stringify(long.things).length));
  });
});

describe('checking it oneself', () => {
  it('writes names from outside as one word of the shell', () => {
    const hostile = "x'; rm -rf / #";
    const [check] = checksOf({ kind: 'symlink', path: hostile, target: '' }, 0);
    assert.equal(check?.command, `readlink -f 'x'\\''; rm -rf / #'`);
  });

  it('asks RBAC as the user, with the subresource apart', () => {
    const [check] = checksOf(lastHeld(play(), 'certificatesigningrequests/nodeclient'), 0);
    assert.equal(
      check?.command,
      'kubectl auth can-i create certificatesigningrequests.certificates.k8s.io --subresource=nodeclient --as=system:bootstrap:07401b --as-group=system:bootstrappers --as-group=system:authenticated',
    );
  });
});
