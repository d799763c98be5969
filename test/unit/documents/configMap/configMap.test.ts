import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { flagsOf } from '../../../../src/core/documents/commandLine';
import { valueAt } from '../../../../src/core/documents/yaml/node';
import { withEmbedded } from '../../../../src/core/documents/readFile';
import { applyEdits, type TextEdit } from '../../../../src/core/text/edit';
import { outermostEdit, outermostPlace } from '../../../../src/core/text/outerText';
import type { Range } from '../../../../src/core/text/range';
import type { ParsedFile } from '../../../../src/core/documents/document';
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

/** The one file that a manifest carries. */
function readInner(path: string, text: string): ParsedFile {
  const [inner, ...others] = read(path, text).embedded;
  assert.ok(inner);
  assert.deepEqual(others, []);
  return inner;
}

const outerText = ({ source }: ParsedFile, range: Range): string =>
  source.outer?.source.slice(outermostPlace(source, range).range) ?? '';

/** The text of the manifest after edits of the file in it. */
function edited({ source }: ParsedFile, edits: readonly TextEdit[] | undefined): string | undefined {
  const outer = edits?.map((edit) => outermostEdit(source, edit));
  if (!outer?.every((edit) => edit !== undefined)) return undefined;
  return applyEdits(source.outer?.source.text ?? '', outer);
}

describe('configurations inside a ConfigMap', () => {
  for (const variant of variants(block)) {
    test(`every value has its place in the file, ${variant.name}`, () => {
      const file = readInner('cm.yaml', variant.text);
      assert.equal(file.source.path, 'cm.yaml/kubelet');
      assert.deepEqual(file.problems, []);
      const document = onlyOf(file, 'kubelet-configuration');
      assert.equal(document.apiVersion, 'kubelet.config.k8s.io/v1beta1');
      assert.equal(outerText(file, document.headRange), 'KubeletConfiguration');
      const anonymous = valueAt(document.root, ['authentication', 'anonymous', 'enabled']);
      assert.equal(outerText(file, anonymous?.range ?? file.source.lineRange(0)), 'false');
      assert.equal(textAt(file, valueAt(document.root, ['clusterDNS'])), '[10.96.0.10]');
      for (const { key } of document.root.entries) assert.equal(outerText(file, key.range), key.value);
      assert.deepEqual([document.templated, document.partial], [false, false]);
    });

    test(`edits land with the indentation of the block, ${variant.name}`, () => {
      const file = readInner('cm.yaml', variant.text);
      const { editor } = onlyOf(file, 'kubelet-configuration');
      const eol = file.source.outer?.source.lineEnding ?? '';
      assert.equal(
        edited(file, editor.set(['serverTLSBootstrap'], 'true')),
        variant.text.replace('# a text', `# a text${eol}    serverTLSBootstrap: true`),
      );
      assert.equal(
        edited(file, editor.set(['authentication', 'webhook', 'enabled'], 'true')),
        variant.text.replace('enabled: false', `enabled: false${eol}      webhook:${eol}        enabled: true`),
      );
      assert.equal(edited(file, editor.set(['rotateCertificates'], 'true')), variant.text.replace('"yes"', 'true'));
      assert.equal(
        edited(file, editor.remove(['clusterDNS'])),
        variant.text.replace(`    clusterDNS: [10.96.0.10]${eol}`, ''),
      );
    });

    test(`the last line of a block is removed and followed by others, ${variant.name}`, () => {
      const text = `${variant.text}${variant.text.includes('\r') ? '\r\n' : '\n'}`.replace(' # a text', '');
      const file = readInner('cm.yaml', text);
      const { editor } = onlyOf(file, 'kubelet-configuration');
      const line = text.slice(text.indexOf('    rotateCertificates'), text.indexOf('"yes"') + 5);
      const removed = edited(file, editor.remove(['rotateCertificates'])) ?? '';
      assert.deepEqual(
        removed.split(/\r?\n/).filter((one) => one.trim() !== ''),
        text.split(/\r?\n/).filter((one) => one.trim() !== '' && one !== line),
      );
      assert.equal(onlyOf(readInner('cm.yaml', removed), 'kubelet-configuration').root.entries.length, 4);
    });
  }

  for (const variant of variants(kubeadm)) {
    test(`kubeadm's own, ${variant.name}`, () => {
      const file = readInner('cm.yaml', variant.text);
      assert.equal(textAt(file, onlyOf(file, 'kubeadm').kubernetesVersion), 'v1.25.2');
      const [line] = commandLinesOf(file);
      assert.ok(line);
      assert.equal(lineSummary(line), 'kube-apiserver : $kubeadm | --token-auth-file=/token.csv');
      const [flag] = flagsOf(line);
      assert.equal(flag?.valueRange && outerText(file, flag.valueRange), '/token.csv');
      assert.equal(
        edited(file, line.editor.add('--v=2')),
        variant.text.replace('token.csv', `token.csv${file.source.outer?.source.lineEnding ?? ''}        v: "2"`),
      );
    });
  }

  test('as kubectl prints it in JSON', () => {
    const inner = block.slice(block.indexOf('    apiVersion: kubelet')).replaceAll(/^ {4}/gm, '');
    const map = { apiVersion: 'v1', kind: 'ConfigMap', data: { kubelet: `${inner}x: "\\u00e9"\n` } };
    for (const value of [map, { apiVersion: 'v1', kind: 'List', items: [map] }]) {
      const text = JSON.stringify(value, undefined, 2);
      const file = readInner('cm.json', text);
      const document = onlyOf(file, 'kubelet-configuration');
      assert.equal(textAt(file, valueAt(document.root, ['clusterDNS'])), '[10.96.0.10]');
      assert.equal(outerText(file, document.headRange), 'KubeletConfiguration');
      assert.equal(
        edited(file, document.editor.set(['serverTLSBootstrap'], '"true"')),
        text.replace('u00e9\\"\\n', 'u00e9\\"\\nserverTLSBootstrap: \\"true\\"\\n'),
      );
      assert.equal(
        edited(file, document.editor.remove(['clusterDNS'])),
        text.replace('clusterDNS: [10.96.0.10]\\n', ''),
      );
    }
  });

  test('templates inside the block are seen', () => {
    const lines = block.replace('    clusterDNS', '    {% if dns %}\n    clusterDNS');
    assert.equal(onlyOf(readInner('cm.yaml', lines), 'kubelet-configuration').templated, true);
    const value = block.replace('[10.96.0.10]', '{{ dns }}');
    const dns = valueAt(onlyOf(readInner('cm.yaml', value), 'kubelet-configuration').root, ['clusterDNS']);
    assert.ok(dns?.kind === 'scalar' && dns.templated);
  });

  test('what cannot be parsed in one has its place', () => {
    const broken = block.replace('authentication:', 'authentication: [');
    const file = readInner('cm.yaml', broken);
    assert.deepEqual(file.documents, []);
    assert.equal(file.problems.length, 1);
    assert.equal(withEmbedded([read('cm.yaml', broken)]).length, 2);
  });

  test('a folded block has no lines any more, as the kubelet would see it', () => {
    const [inner] = read('cm.yaml', block.replace('kubelet: |', 'kubelet: >')).embedded;
    assert.deepEqual(
      inner?.problems.map(({ reason }) => reason),
      ['bad indentation of a mapping entry'],
    );
  });

  test('other ConfigMaps are nothing', () => {
    const others = [
      block.replace('kind: KubeletConfiguration', 'kind: Other'),
      block.replace('kind: ConfigMap', 'kind: Secret'),
      block.replace('kubelet: |', 'kubelet: |4'),
      'apiVersion: v1\nkind: ConfigMap\ndata: {a: b}\n',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    # apiVersion: kubelet.config.k8s.io/v1beta1\n',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: "\\x41apiVersion: kubelet.config.k8s.io/v1beta1"\n',
    ];
    for (const text of others) {
      const { documents, problems, embedded } = read('cm.yaml', text);
      assert.deepEqual({ documents, problems, embedded }, { documents: [], problems: [], embedded: [] }, text);
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
