import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Release } from '../../../src/core/kubernetes/release';
import { BOOT, clusterOf, configuration, kubeletOf, shown, unit } from './reading';

const joined = (flags: string, lines: readonly string[], release: Release = '1.20') =>
  kubeletOf(
    {
      'kubelet.service': unit(`/usr/bin/kubelet ${BOOT} --config=/var/lib/kubelet/config.yaml ${flags}`),
      'config.yaml': configuration(...lines),
    },
    release,
  );

/** The cases of the recorded trace 14b-flag-precedence: configuration, flags, what was in force. */
const recorded: readonly (readonly [lines: readonly string[], flags: string, rotate: boolean, serving: boolean])[] = [
  [[], '', false, false],
  [['rotateCertificates: true'], '', true, false],
  [['rotateCertificates: true'], '--rotate-certificates=false', false, false],
  [['rotateCertificates: false'], '--rotate-certificates', true, false],
  [[], '--rotate-certificates', true, false],
  [['serverTLSBootstrap: true'], '--rotate-server-certificates=false', false, false],
  [[], '--rotate-server-certificates', false, true],
];

for (const [lines, flags, rotate, serving] of recorded) {
  test(`configuration {${lines.join()}} and flags {${flags}}`, () => {
    const { rotateCertificates, serverTLSBootstrap } = joined(flags, lines);
    assert.equal(rotateCertificates.state === 'unknown' || rotateCertificates.value, rotate);
    assert.equal(serverTLSBootstrap.state === 'unknown' || serverTLSBootstrap.value, serving);
  });
}

test('gates are merged one by one, flags over configuration, the last over the first', () => {
  const kubelet = joined(
    '--feature-gates=RotateKubeletServerCertificate=true --feature-gates=CSIMigration=false,CSIMigration=true',
    ['featureGates:', '  RotateKubeletServerCertificate: false', '  ExpandCSIVolumes: false'],
  );
  assert.equal(shown(kubelet.gate('RotateKubeletServerCertificate')), 'set true');
  assert.equal(shown(kubelet.gate('ExpandCSIVolumes')), 'set false');
  assert.equal(shown(kubelet.gate('CSIMigration')), 'set true');
  assert.equal(shown(kubelet.gate('RotateKubeletClientCertificate')), 'absent true');
});

test('AllAlpha switches on the alpha gates nobody names', () => {
  const kubelet = kubeletOf({ 'kubelet.env': `KUBELET_ARGS="${BOOT} --feature-gates=AllAlpha=true"\n` }, '1.7');
  assert.equal(shown(kubelet.gate('RotateKubeletClientCertificate')), 'set true');
  const later = kubeletOf({ 'kubelet.env': `KUBELET_ARGS="${BOOT} --feature-gates=AllAlpha=true"\n` }, '1.12');
  assert.equal(shown(later.gate('RotateKubeletServerCertificate')), 'absent true');
});

test('the origin of a value is the place that set it', () => {
  const { rotateCertificates } = joined('--rotate-certificates', ['rotateCertificates: false']);
  assert.equal(rotateCertificates.state === 'set' && rotateCertificates.origin.path, 'kubelet.service');
  const fromFile = joined('', ['rotateCertificates: false']).rotateCertificates;
  assert.deepEqual(fromFile.state === 'set' && fromFile.origin, { path: 'config.yaml', range: { start: 69, end: 94 } });
});

test('defaults differ with and without a configuration file', () => {
  const with_ = joined('', []);
  const without = kubeletOf({ 'kubelet.service': unit(`/usr/bin/kubelet ${BOOT}`) }, '1.20');
  const names = ['anonymous-auth', 'authentication-token-webhook', 'authorization-mode', 'read-only-port'];
  assert.deepEqual(
    names.map((name) => shown(with_.effective(name))),
    ['absent false', 'absent true', 'absent Webhook', 'absent 0'],
  );
  assert.deepEqual(
    names.map((name) => shown(without.effective(name))),
    ['absent true', 'absent false', 'absent AlwaysAllow', 'absent 10255'],
  );
});

test('a field that the release does not read is absent', () => {
  const lines = ['rotateCertificates: true', 'serverTLSBootstrap: true'];
  assert.equal(shown(joined('', lines, '1.10').rotateCertificates), 'absent false');
  assert.equal(shown(joined('', lines, '1.10').serverTLSBootstrap), 'absent false');
  assert.equal(shown(joined('', lines, '1.11').rotateCertificates), 'set true');
  assert.equal(shown(joined('', lines, '1.11').serverTLSBootstrap), 'set true');
});

test('a value of the wrong type is unknown, an empty one is unset', () => {
  assert.equal(shown(joined('', ['rotateCertificates: yes please']).rotateCertificates), 'unknown');
  assert.equal(shown(joined('', ['rotateCertificates:']).rotateCertificates), 'absent false');
  assert.equal(shown(joined('--rotate-certificates=maybe', []).rotateCertificates), 'unknown');
});

test('--config names a file that is not in view: what can stand there is unknown, the rest is not', () => {
  const kubelet = kubeletOf({
    'kubelet.service': unit(`/usr/bin/kubelet ${BOOT} --config=/var/lib/kubelet/config.yaml`),
  });
  assert.equal(shown(kubelet.rotateCertificates), 'unknown');
  assert.equal(shown(kubelet.gate('RotateKubeletServerCertificate')), 'unknown');
  assert.equal(kubelet.bootstrapKubeconfig.state, 'set');
  assert.equal(shown(kubelet.certificateDirectory), 'absent /var/lib/kubelet/pki');
});

test('the only configuration in view is the one named, whatever it is called', () => {
  const files = {
    'kubelet.service': unit(`/usr/bin/kubelet ${BOOT} --config=/var/lib/kubelet/config.yaml`),
    'files/kubelet-configuration.yaml': configuration('rotateCertificates: true'),
  };
  assert.equal(shown(kubeletOf(files).rotateCertificates), 'set true');
});

test('a kubelet without --config does not read the configuration in view', () => {
  const { kubelets } = clusterOf({
    'kubelet.service': unit(`/usr/bin/kubelet ${BOOT}`),
    'config.yaml': configuration('rotateCertificates: true'),
  });
  assert.deepEqual(
    kubelets.map((kubelet) => shown(kubelet.rotateCertificates)),
    ['absent false', 'set true'],
  );
});

test('--config-dir may set anything a configuration can', () => {
  const kubelet = joined('--config-dir=/etc/kubernetes/kubelet.conf.d', ['serverTLSBootstrap: true'], '1.30');
  assert.equal(shown(kubelet.rotateCertificates), 'unknown');
  assert.equal(shown(kubelet.serverTLSBootstrap), 'unknown');
});

describe('drop-ins in view', () => {
  const kubeletWith = (dropIns: Readonly<Record<string, readonly string[]>>, release: Release = '1.30') =>
    kubeletsWith(dropIns, release)[0];
  const kubeletsWith = (dropIns: Readonly<Record<string, readonly string[]>>, release: Release) =>
    clusterOf(
      {
        'kubelet.service': unit(`/usr/bin/kubelet ${BOOT} --config=/var/lib/config.yaml --config-dir=/etc/kubelet.d`),
        'config.yaml': configuration('rotateCertificates: false', 'featureGates: {A: true, B: true}'),
        ...Object.fromEntries(
          Object.entries(dropIns).map(([name, lines]) => [`etc/kubelet.d/${name}`, configuration(...lines)]),
        ),
      },
      release,
    ).kubelets;

  test('are merged by name over the file, the last wins', () => {
    const dropIns = { '20-b.conf': ['rotateCertificates: true'], '10-a.conf': ['rotateCertificates: false'] };
    const kubelet = kubeletWith(dropIns);
    assert.ok(kubelet);
    assert.equal(shown(kubelet.rotateCertificates), 'set true');
    const setting = kubelet.rotateCertificates;
    assert.equal(setting.state === 'set' && setting.origin.path, 'etc/kubelet.d/20-b.conf');
    assert.equal(shown(kubelet.serverTLSBootstrap), 'absent false');
    assert.equal(kubeletsWith(dropIns, '1.30').length, 1);
  });

  test('gates are merged one by one', () => {
    const kubelet = kubeletWith({ '10-a.conf': ['featureGates: {B: false}'] });
    assert.deepEqual(
      [kubelet?.gate('A'), kubelet?.gate('B')].map((gate) => gate && shown(gate)),
      ['set true', 'set false'],
    );
  });

  test('files of other names are no drop-ins', () => {
    const kubelet = kubeletWith({ '10-a.conf': [], '20-b.yaml': ['rotateCertificates: true'] });
    assert.equal(kubelet && shown(kubelet.rotateCertificates), 'set false');
  });

  test('before 1.30 what they do is unknown', () => {
    const kubelet = kubeletWith({ '10-a.conf': ['rotateCertificates: true'] }, '1.29');
    assert.equal(kubelet && shown(kubelet.rotateCertificates), 'unknown');
  });
});

test('a configuration alone: what it sets is known, what it leaves out is not', () => {
  const kubelet = kubeletOf({ 'config.yaml': configuration('rotateCertificates: true') });
  assert.equal(shown(kubelet.rotateCertificates), 'set true');
  assert.equal(shown(kubelet.serverTLSBootstrap), 'unknown');
  assert.equal(shown(kubelet.bootstrapKubeconfig), 'unknown');
});

test('a template in the configuration may set what is not written', () => {
  const kubelet = joined('', [
    '{% if rotate %}',
    'rotateCertificates: true',
    '{% endif %}',
    'serverTLSBootstrap: true',
  ]);
  assert.equal(shown(kubelet.tlsCertFile), 'unknown');
});

test('of the branches of a template nobody knows which one counts', () => {
  const kubelet = joined('', [
    '{% if rotate %}',
    'rotateCertificates: true',
    '{% else %}',
    'rotateCertificates: false',
    '{% endif %}',
  ]);
  assert.equal(shown(kubelet.rotateCertificates), 'unknown');
});
