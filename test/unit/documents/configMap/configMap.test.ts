import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { flagsOf } from '../../../../src/core/documents/commandLine';
import { valueAt } from '../../../../src/core/documents/yaml/node';
import { applyEdits } from '../../../../src/core/text/edit';
import { commandLinesOf, lineSummary, read, variants } from '../reading';
import { onlyOf, textAt } from '../typed';

const block = `apiVersion: v1
kind: ConfigMap
metadata:
  name: kubelet-config
  namespace: kube-system
data:
  other: text
  kubelet: |
    apiVersion: kubelet.config.k8s.io/v1beta1
    # how nodes authenticate
    authentication:
      anonymous:
        enabled: false

    clusterDNS: [10.96.0.10]
    kind: KubeletConfiguration
    rotateCertificates: "yes" # a text
`;

const kubeadm = `apiVersion: v1
data:
  ClusterConfiguration: |
    apiServer:
      extraArgs:
        token-auth-file: /token.csv
    apiVersion: kubeadm.k8s.io/v1beta3
    kind: ClusterConfiguration
    kubernetesVersion: v1.25.2
kind: ConfigMap
metadata: {name: kubeadm-config}
`;

describe('configurations inside a ConfigMap', () => {
  for (const variant of variants(block)) {
    test(`every value has its place in the file, ${variant.name}`, () => {
      const file = read('cm.yaml', variant.text);
      assert.deepEqual(file.problems, []);
      const document = onlyOf(file, 'kubelet-configuration');
      assert.equal(document.apiVersion, 'kubelet.config.k8s.io/v1beta1');
      assert.equal(file.source.slice(document.headRange), 'KubeletConfiguration');
      assert.equal(textAt(file, valueAt(document.root, ['authentication', 'anonymous', 'enabled'])), 'false');
      assert.equal(textAt(file, valueAt(document.root, ['clusterDNS'])), '[10.96.0.10]');
      assert.equal(textAt(file, valueAt(document.root, ['rotateCertificates'])), 'yes');
      for (const { key } of document.root.entries) assert.equal(file.source.slice(key.range), key.value);
      assert.deepEqual([document.templated, document.partial], [false, false]);
    });

    test(`edits land with the indentation of the block, ${variant.name}`, () => {
      const file = read('cm.yaml', variant.text);
      const { editor } = onlyOf(file, 'kubelet-configuration');
      const eol = file.source.lineEnding;
      const edited = (edits: ReturnType<typeof editor.set>): string => applyEdits(variant.text, edits ?? []);
      assert.equal(
        edited(editor.set(['serverTLSBootstrap'], 'true')),
        variant.text.replace('# a text', `# a text${eol}    serverTLSBootstrap: true`),
      );
      assert.equal(
        edited(editor.set(['authentication', 'webhook', 'enabled'], 'true')),
        variant.text.replace('enabled: false', `enabled: false${eol}      webhook:${eol}        enabled: true`),
      );
      assert.equal(edited(editor.set(['rotateCertificates'], 'true')), variant.text.replace('"yes"', 'true'));
      assert.equal(
        edited(editor.remove(['clusterDNS'])),
        variant.text.replace(`    clusterDNS: [10.96.0.10]${eol}`, ''),
      );
    });
  }

  for (const variant of variants(kubeadm)) {
    test(`kubeadm's own, ${variant.name}`, () => {
      const file = read('cm.yaml', variant.text);
      assert.equal(textAt(file, onlyOf(file, 'kubeadm').kubernetesVersion), 'v1.25.2');
      const [line] = commandLinesOf(file);
      assert.ok(line);
      assert.equal(lineSummary(line), 'kube-apiserver : $kubeadm | --token-auth-file=/token.csv');
      const [flag] = flagsOf(line);
      assert.equal(flag?.valueRange && file.source.slice(flag.valueRange), '/token.csv');
      assert.equal(
        applyEdits(variant.text, line.editor.add('--v=2') ?? []),
        variant.text.replace('token.csv', `token.csv${file.source.lineEnding}        v: "2"`),
      );
    });
  }

  test('as kubectl prints it in JSON it is read, but not edited', () => {
    const inner = block.slice(block.indexOf('    apiVersion: kubelet')).replaceAll(/^ {4}/gm, '');
    const map = { apiVersion: 'v1', kind: 'ConfigMap', data: { kubelet: `${inner}x: "\\u00e9"\n` } };
    for (const value of [map, { apiVersion: 'v1', kind: 'List', items: [map] }]) {
      const file = read('cm.json', JSON.stringify(value, undefined, 2));
      const document = onlyOf(file, 'kubelet-configuration');
      assert.equal(textAt(file, valueAt(document.root, ['clusterDNS'])), '[10.96.0.10]');
      assert.equal(file.source.slice(document.headRange), 'KubeletConfiguration');
      assert.equal(document.editor.set(['rotateCertificates'], 'true'), undefined);
      assert.equal(document.editor.remove(['clusterDNS']), undefined);
    }
  });

  test('templates inside the block are seen', () => {
    const lines = block.replace('    clusterDNS', '    {% if dns %}\n    clusterDNS');
    assert.equal(onlyOf(read('cm.yaml', lines), 'kubelet-configuration').templated, true);
    const value = block.replace('[10.96.0.10]', '{{ dns }}');
    const dns = valueAt(onlyOf(read('cm.yaml', value), 'kubelet-configuration').root, ['clusterDNS']);
    assert.ok(dns?.kind === 'scalar' && dns.templated);
  });

  test('other ConfigMaps, and what cannot be parsed in one, are nothing', () => {
    const others = [
      block.replace('kind: KubeletConfiguration', 'kind: Other'),
      block.replace('authentication:', 'authentication: ['),
      block.replace('kind: ConfigMap', 'kind: Secret'),
      block.replace('kubelet: |', 'kubelet: >'),
      block.replace('kubelet: |', 'kubelet: |4'),
      'apiVersion: v1\nkind: ConfigMap\ndata: {a: b}\n',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    # apiVersion: kubelet.config.k8s.io/v1beta1\n',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: "\\x41apiVersion: kubelet.config.k8s.io/v1beta1"\n',
    ];
    for (const text of others) {
      const { documents, problems } = read('cm.yaml', text);
      assert.deepEqual({ documents, problems }, { documents: [], problems: [] }, text);
    }
  });
});

describe('what a KubeletConfiguration leaves out', () => {
  const text = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nmaxPods: 10\n';
  const isPartial = (path: string, content = text): boolean =>
    onlyOf(read(path, content), 'kubelet-configuration').partial;

  test('is filled in by the main file where it is a drop-in', () => {
    for (const path of ['/etc/kubernetes/kubelet.conf.d/pods.conf', 'kubelet.d/a.conf', '20-pods.conf']) {
      assert.equal(isPartial(path), true, path);
    }
    for (const path of ['/var/lib/kubelet/config.yaml', 'kubelet.conf', 'kubelet.d/config.yaml']) {
      assert.equal(isPartial(path), false, path);
    }
  });

  test('is filled in by kubeadm in its own file', () => {
    assert.equal(
      isPartial('a.yaml', `${text}---\napiVersion: kubeadm.k8s.io/v1beta4\nkind: InitConfiguration\n`),
      true,
    );
  });
});
