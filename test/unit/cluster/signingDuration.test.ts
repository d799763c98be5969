import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certificateLife } from '../../../src/core/cluster/signingDuration';
import { lint } from '../../../src/core/lint/lint';
import { messageCatalogue } from '../../../src/core/lint/catalogue';
import { rules } from '../../../src/core/lint/rules/index';
import { renderMessage } from '../../../src/core/messages/message';
import { read } from '../lint/reading';
import { clusterOf, kubernetes, unit } from './reading';

const KUBELET = unit('/usr/bin/kubelet --bootstrap-kubeconfig=/etc/b --kubeconfig=/etc/kubernetes/kubelet.kubeconfig');

function manager(...flags: readonly string[]): string {
  return unit(['/usr/bin/kube-controller-manager', '--kubeconfig=/k', ...flags].join(' '));
}

const lives = {
  'as written': [{ m: manager('--cluster-signing-duration=720h') }, { state: 'known', duration: '720h' }],
  'as written under the old name': [
    { m: manager('--experimental-cluster-signing-duration=24h') },
    { state: 'known', duration: '24h' },
  ],
  'a year where all flags are in view and none says otherwise': [
    { m: manager() },
    { state: 'known', duration: '8760h' },
  ],
  'by default a year where no manager is in view': [{}, { state: 'default', duration: '8760h' }],
  'unknown behind a variable that is not in view': [{ m: manager('$KUBE_EXTRA_ARGS') }, { state: 'unknown' }],
  'unknown where two managers differ': [
    { m: manager('--cluster-signing-duration=1h'), n: manager('--cluster-signing-duration=2h') },
    { state: 'unknown' },
  ],
  'as written where two managers agree': [
    { m: manager('--cluster-signing-duration=1h'), n: manager('--cluster-signing-duration=1h') },
    { state: 'known', duration: '1h' },
  ],
} as const;

for (const [name, [managers, life]] of Object.entries(lives)) {
  test(`certificates live ${name}`, () => {
    assert.deepEqual(certificateLife(clusterOf(filesOf(managers))), life);
  });
}

const endings: readonly (readonly [managers: Readonly<Record<string, string>>, ending: RegExp])[] = [
  [{ m: manager('--cluster-signing-duration=720h') }, /when the certificate ends, 720h after it was issued\.$/],
  [{}, /when the certificate ends, by default 8760h after it was issued\.$/],
  [{ m: manager('--cluster-signing-duration=1h'), n: manager('--cluster-signing-duration=2h') }, /cannot be told/],
];

for (const [managers, ending] of endings) {
  test(`a kubelet without rotation is told ${ending.source}`, () => {
    const { findings } = lint(read({ 'kubelet.service': KUBELET, ...filesOf(managers) }), {
      kubernetes,
      target: '1.30',
    });
    const found = findings.find(({ rule }) => rule === 'rotate-certificates-missing');
    assert.ok(found);
    const text = renderMessage(found.message, messageCatalogue(rules));
    assert.match(text, ending);
    assert.doesNotMatch(text, /\{\w+\}/);
    if (text.includes('cannot be told')) assert.doesNotMatch(text, /\dh|year|365/);
  });
}

function filesOf(managers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(managers).map(([name, text]) => [`${name}/kube-controller-manager.service`, text]),
  );
}
