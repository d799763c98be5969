import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { flagsOf } from '../../../../src/core/documents/commandLine';
import { commandLinesOf, lineSummary, read, variants } from '../reading';
import { assertHidden, documentsOfType, onlyOf, textAt } from '../typed';

const TOKEN = 'abcdef.0123456789abcdef';

const beta3 = `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.30.2
featureGates:
  PublicKeysECDSA: true
apiServer:
  extraArgs:
    token-auth-file: /etc/kubernetes/token.csv
    "feature-gates": "RotateKubeletServerCertificate=true"
  certSANs: [a]
controllerManager:
  extraArgs: {cluster-signing-duration: 8760h}
---
apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
bootstrapTokens:
- token: "${TOKEN}"
  description: for workers
  ttl: 24h0m0s
  usages:
  - signing
  - authentication
  groups: [system:bootstrappers:kubeadm:default-node-token]
nodeRegistration:
  name: cp-1
  kubeletExtraArgs:
    rotate-server-certificates: "true"
`;

const beta4 = `apiVersion: kubeadm.k8s.io/v1beta4
kind: JoinConfiguration
discovery:
  bootstrapToken:
    token: ${TOKEN}
    apiServerEndpoint: 10.0.0.1:6443
  tlsBootstrapToken: ${TOKEN}
nodeRegistration:
  kubeletExtraArgs:
  - name: node-ip
    value: "10.0.0.2"
  - {name: "v", value: "2"}
`;

const alpha1 = `apiVersion: kubeadm.k8s.io/v1alpha1
kind: MasterConfiguration
kubernetesVersion: stable-1.10
token: ${TOKEN}
tokenTTL: 0s
tokenGroups:
- system:bootstrappers:a
apiServerExtraArgs:
  bind_address: 0.0.0.0
controllerManagerExtraArgs:
  experimental-cluster-signing-duration: 8760h0m0s
kubeletConfiguration:
  baseConfig:
    rotateCertificates: true
`;

describe('kubeadm files', () => {
  for (const variant of variants(beta3)) {
    test(`v1beta3, ${variant.name}`, () => {
      const file = read('kubeadm.yaml', variant.text);
      assert.deepEqual(file.problems, []);
      const [cluster, init] = documentsOfType(file, 'kubeadm');
      assert.equal(cluster?.apiVersion, 'kubeadm.k8s.io/v1beta3');
      assert.deepEqual([cluster.kind, init?.kind], ['ClusterConfiguration', 'InitConfiguration']);
      assert.equal(textAt(file, cluster.kubernetesVersion), 'v1.30.2');
      assert.deepEqual(
        cluster.featureGates.map(({ key, value }) => [key, value]),
        [['PublicKeysECDSA', 'true']],
      );
      const lines = documentsOfType(file, 'flags').flatMap(({ commandLines }) => commandLines);
      assert.deepEqual(lines.map(lineSummary), [
        'kube-apiserver : $kubeadm | --token-auth-file=/etc/kubernetes/token.csv | --feature-gates=RotateKubeletServerCertificate=true',
        'kube-controller-manager : $kubeadm | --cluster-signing-duration=8760h',
        'kubelet KUBELET_KUBEADM_ARGS: --rotate-server-certificates=true',
      ]);
      for (const line of lines) {
        assert.match(file.source.slice(line.headRange), /^(?:extraArgs|kubeletExtraArgs)$/);
        for (const flag of flagsOf(line)) {
          assert.equal(`--${file.source.slice(flag.nameRange)}`, flag.writtenName);
          assert.equal(flag.valueRange && file.source.slice(flag.valueRange), flag.value);
          assert.ok(flag.range.start <= flag.nameRange.start && line.range.end >= flag.range.end);
        }
      }
      assertHidden(file.documents, [TOKEN, '0123456789abcdef']);
    });

    test(`the token of an InitConfiguration, ${variant.name}`, () => {
      const file = read('kubeadm.yaml', variant.text);
      const [token, ...others] = documentsOfType(file, 'kubeadm')[1]?.bootstrapTokens ?? [];
      assert.equal(others.length, 0);
      assert.ok(token);
      assert.equal(textAt(file, token.token), TOKEN);
      assert.equal(token.token?.value.bootstrap?.id, 'abcdef');
      assert.equal(textAt(file, token.ttl), '24h0m0s');
      assert.equal(textAt(file, token.description), 'for workers');
      assert.deepEqual(
        token.usages.map((usage) => textAt(file, usage)),
        ['signing', 'authentication'],
      );
      assert.equal(textAt(file, token.groups[0]), 'system:bootstrappers:kubeadm:default-node-token');
    });
  }

  for (const variant of variants(beta4)) {
    test(`v1beta4 lists its arguments, ${variant.name}`, () => {
      const file = read('join.yaml', variant.text);
      const join = onlyOf(file, 'kubeadm');
      assert.deepEqual(commandLinesOf(file).map(lineSummary), [
        'kubelet KUBELET_KUBEADM_ARGS: --node-ip=10.0.0.2 | --v=2',
      ]);
      assert.deepEqual(
        join.joinTokens.map((token) => textAt(file, token)),
        [TOKEN, TOKEN],
      );
      assert.deepEqual(join.bootstrapTokens, []);
      assertHidden(file.documents, [TOKEN, '0123456789abcdef']);
    });
  }

  for (const variant of variants(alpha1)) {
    test(`v1alpha1, ${variant.name}`, () => {
      const file = read('kubeadm.conf', variant.text);
      const master = onlyOf(file, 'kubeadm');
      assert.equal(textAt(file, master.kubernetesVersion), 'stable-1.10');
      assert.deepEqual(commandLinesOf(file).map(lineSummary), [
        'kube-apiserver : $kubeadm | --bind-address=0.0.0.0',
        'kube-controller-manager : $kubeadm | --experimental-cluster-signing-duration=8760h0m0s',
      ]);
      const [token] = master.bootstrapTokens;
      assert.equal(textAt(file, token?.token), TOKEN);
      assert.equal(textAt(file, token?.ttl), '0s');
      assert.equal(textAt(file, token?.groups[0]), 'system:bootstrappers:a');
      const configuration = onlyOf(file, 'kubelet-configuration');
      assert.equal(configuration.apiVersion, 'kubelet.config.k8s.io/v1beta1');
      assert.equal(file.source.slice(configuration.headRange), 'baseConfig');
      assertHidden([master, documentsOfType(file, 'flags')], [TOKEN]);
    });
  }

  test('a KubeletConfiguration beside it is read as ever', () => {
    const text = `${beta3}---\napiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nserverTLSBootstrap: true\n`;
    assert.equal(
      onlyOf(read('kubeadm.yaml', text), 'kubelet-configuration').apiVersion,
      'kubelet.config.k8s.io/v1beta1',
    );
  });

  test('what is covered keeps its place: names and types can still be looked at', () => {
    const anchored = beta4.replace('bootstrapToken:', 'bootstrapToken: &b').replace('nodeReg', 'copy: *b\nnodeReg');
    const file = read('join.yaml', anchored);
    const { root } = onlyOf(file, 'kubeadm');
    assert.deepEqual(
      root.entries.map(({ key }) => key.value),
      ['apiVersion', 'kind', 'discovery', 'copy', 'nodeRegistration'],
    );
    assertHidden(root, [TOKEN]);
  });

  test('templates leave the value unknown', () => {
    const text = beta3.replace('/etc/kubernetes/token.csv', '{{ token_file }}').replace('v1.30.2', '"{{ version }}"');
    const file = read('kubeadm.yaml', text);
    assert.equal(documentsOfType(file, 'kubeadm')[0]?.kubernetesVersion?.templated, true);
    assert.match(commandLinesOf(file).map(lineSummary).join(), /~--token-auth-file=/);
  });

  test('odd shapes are read without fault', () => {
    const head = 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n';
    const cases = [
      ['apiServer: {extraArgs: [a, {name: b}, {value: c}, {name: d, value: [e]}, null]}', '?| --b=|?|?d|?'],
      ['apiServer: {extraArgs: {a: [b], c: null, "d": {e: f}}}', '?a|--c=|?d'],
      ['x: &x {a: b}\napiServer:\n  extraArgs:\n    <<: *x\n    c: d', '{<<}|--c=d'],
      ['x: &x {name: a, value: b}\napiServer:\n  extraArgs:\n  - *x', '{*}'],
    ] as const;
    for (const [body, expected] of cases) {
      const [line] = commandLinesOf(read('a.yaml', `${head}${body}\n`));
      assert.ok(line, body);
      const summary = lineSummary(line).replace('kube-apiserver : $kubeadm | ', '');
      assert.equal(summary.replaceAll(' ', ''), expected.replaceAll(' ', ''));
    }
    for (const body of [
      'apiServer: x',
      'apiServer: {extraArgs: x}',
      'bootstrapTokens: [1, {token: [x]}]',
      'featureGates: []',
    ]) {
      assert.equal(commandLinesOf(read('a.yaml', `${head}${body}\n`)).length, 0);
    }
  });

  test('an alias bomb costs nothing', () => {
    const levels = Array.from(
      { length: 40 },
      (_, n) => `l${String(n + 1)}: &l${String(n + 1)} [*l${String(n)}, *l${String(n)}]`,
    );
    const text = `apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nl0: &l0 {token: x}\n${levels.join('\n')}\n`;
    assert.equal(onlyOf(read('a.yaml', text), 'kubeadm').root.entries.length, 43);
  });
});
