import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { workspaceRun } from '../../../src/core/flow/scenarioRun';
import { simulate } from '../../../src/core/flow/simulate';
import type { Release } from '../../../src/core/kubernetes/release';
import { lintFiles } from '../../rules/examples';

/** The last words of a component and the settings behind them; undefined while it runs. */
function lastWords(
  files: Readonly<Record<string, string>>,
  release: Release,
  view: 'complete' | 'partial' = 'partial',
): readonly [words: string, ...settings: readonly string[]] | undefined {
  const { cluster } = lintFiles(new Map(Object.entries(files)), release);
  const { events } = simulate(cluster, { ...workspaceRun, view, until: 60 });
  const end = events.find(({ details, step }) => details.level === 'fatal' && step === 'kubelet-start');
  return end && [end.message, ...end.evidence.map(({ setting, value }) => `${setting}=${String(value)}`)];
}

const HEAD = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';

function kubelet(dropIns: Readonly<Record<string, string>>, main = ''): Readonly<Record<string, string>> {
  const flags = '--config=/var/lib/kubelet/config.yaml --config-dir=/etc/kubernetes/kubelet.conf.d --kubeconfig=/k';
  return {
    'kubelet.service': `[Service]\nExecStart=/usr/bin/kubelet ${flags}\n`,
    'var/lib/kubelet/config.yaml': `${HEAD}${main}`,
    ...Object.fromEntries(
      Object.entries(dropIns).map(([name, text]) => [`etc/kubernetes/kubelet.conf.d/${name}`, `${HEAD}${text}`]),
    ),
  };
}

describe('files that keep a component from starting', () => {
  it('a value of another type in a drop-in, in the words for what is merged (str.d.merge)', () => {
    const files = kubelet({ '10.conf': 'rotateCertificates: "yes"\n' });
    assert.deepEqual(lastWords(files, '1.31'), [
      'failed to unmarshal merged JSON into kubelet configuration: json: cannot unmarshal string into Go struct field KubeletConfiguration.rotateCertificates of type bool',
      'rotateCertificates=yes',
    ]);
  });

  it('not one that a later drop-in takes the place of, nor one that is not read', () => {
    const replaced = kubelet({ '10.conf': 'rotateCertificates: "yes"\n', '20.conf': 'rotateCertificates: true\n' });
    assert.equal(lastWords(replaced, '1.31'), undefined);
    assert.equal(lastWords(kubelet({ '10.yaml': 'rotateCertificates: "yes"\n' }), '1.31'), undefined);
    assert.equal(lastWords(kubelet({ '10.conf': 'rotateCertificates: true\n' }), '1.31'), undefined);
  });

  it('the configuration file itself first, by the name that --config gives it', () => {
    const files = kubelet({ '10.conf': 'failSwapOn: "no"\n' }, 'cpuCFSQuota: "on"\n');
    const [words = ''] = lastWords(files, '1.31') ?? [];
    assert.match(
      words,
      /^failed to load Kubelet config file \/var\/lib\/kubelet\/config\.yaml, error failed to decode: /,
    );
    assert.match(words, /KubeletConfiguration\.cpuCFSQuota of type bool$/);
    const unit = '[Service]\nExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --kubeconfig=/k\n';
    const [older = ''] = lastWords({ ...files, 'kubelet.service': unit }, '1.20') ?? [];
    assert.match(older, /decode: v1beta1\.KubeletConfiguration\.CPUCFSQuota: ReadBool: expect t or f, but found "$/);
  });

  it('files that are not there, only where all is in view', () => {
    const { 'kubelet.service': unit = '' } = kubelet({});
    const alone = { 'kubelet.service': unit };
    const words = 'error: open /var/lib/kubelet/config.yaml: no such file or directory';
    assert.ok(lastWords(alone, '1.31', 'complete')?.[0].endsWith(words));
    assert.equal(lastWords(alone, '1.31'), undefined);
    const server = {
      'kube-apiserver.service':
        '[Service]\nExecStart=/usr/bin/kube-apiserver --token-auth-file=/etc/kubernetes/t.csv\n',
    };
    assert.deepEqual(lastWords(server, '1.31', 'complete'), [
      'Error: open /etc/kubernetes/t.csv: no such file or directory',
      '--token-auth-file=/etc/kubernetes/t.csv',
    ]);
    assert.equal(lastWords(server, '1.31'), undefined);
    assert.equal(lastWords({ ...server, 'etc/kubernetes/t.csv': 'not,yet\n' }, '1.31', 'complete'), undefined);
  });

  it('an apiVersion that the release does not read (str.k.gvk), unless a template makes it', () => {
    const files = kubelet({});
    const withVersion = (version: string) => ({
      ...files,
      'var/lib/kubelet/config.yaml': HEAD.replace('kubelet.config.k8s.io/v1beta1', version),
    });
    const [words, setting] = lastWords(withVersion('kubelet.config.k8s.io/v1'), '1.31') ?? [];
    assert.match(
      words ?? '',
      /no kind "KubeletConfiguration" is registered for version "kubelet\.config\.k8s\.io\/v1"$/,
    );
    assert.equal(setting, 'apiVersion=kubelet.config.k8s.io/v1');
    assert.equal(lastWords(withVersion('"{{ version }}"'), '1.31'), undefined);
  });

  it('serverTLSBootstrap without its gate, which 1.11 has off by default (str.k.validate)', () => {
    const unit = '[Service]\nExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --kubeconfig=/k\n';
    const config = `${HEAD}serverTLSBootstrap: true\n`;
    const files = { 'kubelet.service': unit, 'var/lib/kubelet/config.yaml': config };
    const words = 'invalid configuration: ServerTLSBootstrap true requires feature gate RotateKubeletServerCertificate';
    assert.equal(lastWords(files, '1.11')?.[0], words);
    assert.equal(lastWords(files, '1.12'), undefined);
    const off = {
      ...files,
      'var/lib/kubelet/config.yaml': `${config}featureGates: {RotateKubeletServerCertificate: false}\n`,
    };
    assert.equal(lastWords(off, '1.12')?.[0], words);
    assert.equal(lastWords(off, '1.13')?.[0], words.replace('ServerTLS', 'serverTLS'));
  });

  it('signing files for all signers beside those of one (sign.persigner)', () => {
    const manager = (flags: string) => ({
      'kube-controller-manager.service': `[Service]\nExecStart=/usr/bin/kube-controller-manager ${flags}\n`,
    });
    const all = '--cluster-signing-cert-file=/ca.crt --cluster-signing-key-file=/ca.key';
    const own = '--cluster-signing-kubelet-client-cert-file=/k.crt --cluster-signing-kubelet-client-key-file=/k.key';
    const words =
      'cannot specify --cluster-signing-{cert,key}-file and other --cluster-signing-*-file flags at the same time';
    const both = manager(`${all} ${own}`);
    assert.deepEqual(lastWords(both, '1.31'), [words, '--cluster-signing-kubelet-client-cert-file=/k.crt']);
    assert.ok(lintFiles(new Map(Object.entries(both)), '1.31').findings.every(({ rule }) => rule !== 'flag-unknown'));
    for (const flags of [all, own, `${all} --cluster-signing-legacy-unknown-key-file=`])
      assert.equal(lastWords(manager(flags), '1.31'), undefined, flags);
  });
});

describe('a kubelet that nobody tells of an API server (boot.require)', () => {
  for (const [release, flags, id] of [
    ['1.8', '--v=2', 'standalone'],
    ['1.9', '--require-kubeconfig', 'ready-until-expiry'],
    ['1.9', '--kubeconfig=/k', 'ready-until-expiry'],
    ['1.10', '--v=2', 'standalone'],
  ] as const) {
    it(`${release} ${flags}: ${id}`, () => {
      const unit = `[Service]\nExecStart=/usr/bin/kubelet ${flags}\n`;
      const { cluster } = lintFiles(new Map([['kubelet.service', unit]]), release);
      assert.equal(simulate(cluster, { ...workspaceRun, until: 3600 }).outcome.id, id);
    });
  }
});
