import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lint } from '../../../src/core/lint/lint';
import type { ComponentOverview, Overview, SettingOverview } from '../../../src/core/overview/overview';
import { renderMessage } from '../../../src/core/messages/message';
import { requestMessage } from '../../../src/core/overview/messages';
import { overviewOf } from '../../../src/core/overview/overviewOf';
import { overviewTexts } from '../../../src/core/overview/texts';
import { Places } from '../../../src/core/overview/places';
import { read } from '../lint/reading';
import { configuration, kubernetes, unit } from '../cluster/reading';
import type { Release } from '../../../src/core/kubernetes/release';

const REQUEST_EXAMPLES = 'src/core/lint/rules/csr-not-recognised/examples';

type Files = Readonly<Record<string, string>>;

function overview(files: Files, target: Release = '1.30'): Overview {
  const options = { kubernetes, target };
  return overviewOf(lint(read(files), options), options);
}

function named(components: readonly ComponentOverview[], name: string): SettingOverview | undefined {
  return components.flatMap(({ settings }) => settings).find((setting) => setting.name === name);
}

const KUBELET = '/usr/bin/kubelet --bootstrap-kubeconfig=/b --kubeconfig=/k';

test('a setting in the configuration file is shown under its name there, with its place', () => {
  const files = {
    'kubelet.service': unit(`${KUBELET} --config=/var/lib/kubelet/config.yaml`),
    'config.yaml': configuration('rotateCertificates: true'),
  };
  const { components } = overview(files);
  const rotate = named(components, 'rotateCertificates');
  assert.equal(rotate?.value, 'true');
  assert.equal(new Places(read(files)).line(rotate.place ?? assert.fail()), 'config.yaml:3');
  assert.equal(components[0]?.configuration, 'config.yaml');
});

test('a flag is shown under the name that is written, also an older one', () => {
  const flags = '--experimental-bootstrap-kubeconfig=/b --kubeconfig=/k --rotate_certificates=true';
  const files = { 'kubelet.service': unit(`/usr/bin/kubelet ${flags}`) };
  const { components } = overview(files, '1.8');
  assert.equal(named(components, '--experimental-bootstrap-kubeconfig')?.value, '/b');
  assert.equal(named(components, '--bootstrap-kubeconfig'), undefined);
  assert.equal(named(components, '--rotate_certificates')?.value, 'true');
});

test('what nobody sets has the default of the release and no place', () => {
  const rotate = named(overview({ 'kubelet.service': unit(KUBELET) }).components, '--rotate-certificates');
  assert.deepEqual([rotate?.state, rotate?.value, rotate?.place], ['absent', 'false', undefined]);
});

test('an unknown setting names why, and the rules that are silent for it', () => {
  const rotate = named(overview({ 'kubelet.service': unit(`${KUBELET} $MORE`) }).components, '--rotate-certificates');
  assert.equal(rotate?.state, 'unknown');
  assert.deepEqual(rotate.reasons, [{ type: 'variable-not-in-view', name: 'MORE' }]);
  assert.ok(rotate.silent.includes('rotate-certificates-missing'), rotate.silent.join());
});

test('a rule that is off is not silent for anything', () => {
  const options = { kubernetes, target: '1.30', severities: { 'rotate-certificates-missing': 'off' } } as const;
  const { components } = overviewOf(lint(read({ 'kubelet.service': unit(`${KUBELET} $MORE`) }), options), options);
  assert.ok(!named(components, '--rotate-certificates')?.silent.includes('rotate-certificates-missing'));
});

test('settings that the release does not have are not shown unless they are written', () => {
  const isShown = (command: string) =>
    named(overview({ 'kubelet.service': unit(command) }, '1.7').components, '--rotate-server-certificates') !==
    undefined;
  assert.equal(isShown(KUBELET), false);
  assert.equal(isShown(`${KUBELET} --rotate-server-certificates`), true);
});

test('two kube-controller-managers that differ contradict each other, and say nothing together', () => {
  const manager = (duration: string) => unit(`/usr/bin/kube-controller-manager --cluster-signing-duration=${duration}`);
  const files = {
    'a/kube-controller-manager.service': manager('1h'),
    'b/kube-controller-manager.service': manager('2h'),
  };
  assert.deepEqual(overview(files).contradictions, [
    { component: 'kube-controller-manager', setting: '--cluster-signing-duration', paths: Object.keys(files) },
  ]);
});

test('what could be a secret is not told', () => {
  const text = `${KUBELET} --hostname-override=abcdef.0123456789abcdef`;
  const name = named(overview({ 'kubelet.service': unit(text) }).components, '--hostname-override');
  assert.deepEqual([name?.isHidden, name?.value], [true, undefined]);
});

test('kubeconfigs and tokens are told by what they are, not by what they hold', () => {
  const files = {
    'token.csv': '0123456789abcdef0123456789abcdef,kubelet-bootstrap,10001,"system:bootstrappers"\n',
    'bootstrap.kubeconfig': [
      'apiVersion: v1',
      'kind: Config',
      'clusters: [{name: c, cluster: {server: "https://10.0.0.1:6443"}}]',
      'users: [{name: u, user: {token: 0123456789abcdef0123456789abcdef}}]',
      'contexts: [{name: x, context: {cluster: c, user: u}}]',
      'current-context: x',
      '',
    ].join('\n'),
  };
  const { tokens, kubeconfigs } = overview(files);
  assert.deepEqual(
    tokens.map(({ user, groups }) => [user, ...groups]),
    [['kubelet-bootstrap', 'system:bootstrappers']],
  );
  assert.deepEqual(
    kubeconfigs.map(({ server, credential }) => [server, credential]),
    [['https://10.0.0.1:6443', 'token']],
  );
  assert.doesNotMatch(JSON.stringify([tokens, kubeconfigs]), /0123456789abcdef/);
});

test('half a kubeconfig is told by the half that is there', () => {
  const { kubeconfigs } = overview({
    'bootstrap.kubeconfig': 'apiVersion: v1\nkind: Config\ncurrent-context: x\nusers:\n- name: u\n',
  });
  assert.deepEqual(
    kubeconfigs.map(({ server, credential }) => [server, credential]),
    [[undefined, 'unknown']],
  );
});

test('each request for a certificate says what is asked for and who approves it', () => {
  const files = Object.fromEntries(
    ['csr.yaml', 'rbac.yaml'].map((name) => [name, readFileSync(`${REQUEST_EXAMPLES}/renewal.good/${name}`, 'utf8')]),
  );
  const { requests } = overview({ ...files, 'b.yaml': readFileSync(`${REQUEST_EXAMPLES}/serving.bad.yaml`, 'utf8') });
  assert.deepEqual(
    requests.map((request) => [
      request.name,
      request.place.path,
      renderMessage(requestMessage(request), overviewTexts),
    ]),
    [
      ['node-1', 'csr.yaml', 'system:node:node-1: csrapproving approves it as selfnodeclient'],
      ['node-1', 'b.yaml', 'system:node:node-1, serving: waits for a person or an approver from outside'],
    ],
  );
});
