import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { lint } from '../../../src/core/lint/lint';
import { applyEdits } from '../../../src/core/text/edit';
import { options, read } from './reading';

/** Ids of what is found in one file at 1.30, above the level of advice. */
function rulesFor(path: string, text: string): readonly string[] {
  const { findings } = lint(read({ [path]: text }), { ...options, target: '1.30' });
  return findings.flatMap(({ rule, severity }) => (severity === 'error' || severity === 'warning' ? [rule] : []));
}

const boot = '--bootstrap-kubeconfig=/b --kubeconfig=/k';

describe('what a template may leave out', () => {
  const silent: readonly (readonly [name: string, path: string, text: string])[] = [
    [
      'a removed flag for older releases',
      'kubelet.env.j2',
      `KUBELET_ARGS="${boot} --rotate-certificates {% if kube_version is version('1.24', '<') %} --network-plugin=cni {% endif %} --v=2"\n`,
    ],
    [
      'a flag of one branch and of the other',
      'kubelet.env.tpl',
      `KUBELET_ARGS="${boot} --rotate-certificates {{ if .debug }} --v=6 {{ else }} --v=2 {{ end }} --cert-dir=/c"\n`,
    ],
    [
      'a flag that a condition sets again',
      'kubelet.env.erb',
      `KUBELET_ARGS="${boot} --rotate-certificates --v=2 <% if debug %> --v=6 <% end %> "\n`,
    ],
    [
      'what may be set under a condition is not absent',
      'kubelet.service.j2',
      `[Service]\nExecStart=/usr/bin/kubelet ${boot} \\\n{% if rotate %}\n  {{ rotate_flag }} \\\n{% endif %}\n  --v=2\n`,
    ],
    [
      'what is off under a condition',
      'kubelet.env.j2',
      `KUBELET_ARGS="${boot} {% if not rotate %} --rotate-certificates=false {% endif %} --v=2"\n`,
    ],
    [
      'a whole variable under a condition',
      'kubelet.env.j2',
      `{% if old %}\nKUBELET_ARGS="${boot} --require-kubeconfig"\n{% else %}\nKUBELET_ARGS="${boot}"\n{% endif %}\n`,
    ],
    [
      'a removed gate for older releases',
      'kubelet.env.j2',
      `KUBELET_ARGS="${boot} --rotate-certificates {% if old %} --feature-gates=DynamicKubeletConfig=true {% endif %} --v=2"\n`,
    ],
    [
      'an item of a list of arguments',
      'pod.yaml',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: m\n    command:\n    - kube-controller-manager\n    {{- if .Values.old }}\n    - --insecure-experimental-approve-all-kubelet-csrs-for-group=a\n    {{- end }}\n    - --v=2\n',
    ],
    [
      'a flag in a script',
      'start.sh.j2',
      `#!/bin/sh\nkubelet ${boot} --rotate-certificates \\\n{% if old %}\n  --network-plugin=cni \\\n{% endif %}\n  --v=2\n`,
    ],
  ];
  for (const [name, path, text] of silent) {
    test(name, () => {
      assert.deepEqual(rulesFor(path, text), []);
      const plain = text.replaceAll(
        /^[ \t]*(?:\{%[^%]*%\}|\{\{-? (?:if|end)[^}]*\}\})\n|\{%[^%]*%\}|<%[^%]*%>|\{\{ [^}]*\}\}/gm,
        '',
      );
      assert.notDeepEqual(rulesFor(path.replace(/\.(?:j2|tpl|erb)$/, ''), plain), []);
    });
  }

  test('plain lines between templated ones are judged, with their line', () => {
    const text = `{{ ansible_managed | comment }}\n{% if proxy %}\nHTTP_PROXY={{ proxy }}\n{% endif %}\n{% set a = 1 %}\nKUBELET_ARGS="${boot} --rotate-certificates --require-kubeconfig"\n`;
    const files = read({ 'kubelet.env.j2': text });
    const [finding] = lint(files, { ...options, target: '1.30' }).findings.filter(
      ({ rule }) => rule === 'flag-removed',
    );
    assert.equal(finding && files[0]?.source.lineAt(finding.range.start), 5);
    assert.deepEqual(files[0]?.notes, [{ type: 'templated', count: 5 }]);
  });

  test('a misspelt flag is misspelt under any condition', () => {
    const text = `KUBELET_ARGS="${boot} --v=2 {% if a %} --rotate-certificats {% endif %} "\n`;
    assert.deepEqual(rulesFor('kubelet.env.j2', text), ['flag-unknown']);
  });
});

describe('a flag whose value a template makes', () => {
  const found: readonly (readonly [path: string, text: string, fixed: string])[] = [
    [
      'kubelet.service.j2',
      `[Service]\nExecStart=/bin/kubelet ${boot} \\\n  --cni-bin-dir={{ cni }} \\\n  --rotate-certificates={{ rotate }}\n`,
      `[Service]\nExecStart=/bin/kubelet ${boot} \\\n  --rotate-certificates={{ rotate }}\n`,
    ],
    ['a.sh', `kubelet ${boot} --cni-bin-dir "$CNI" --rotate-certificates\n`, `kubelet ${boot} --rotate-certificates\n`],
  ];
  for (const [path, text, fixed] of found) {
    test(`is judged by its name: ${path}`, () => {
      const { findings } = lint(read({ [path]: text }), { ...options, target: '1.30' });
      const removed = findings.filter(({ rule }) => rule === 'flag-removed');
      assert.equal(removed.length, 1);
      assert.equal(applyEdits(text, removed[0]?.fixes[0]?.edits ?? []), fixed);
    });
  }

  test('keeps it under its new name', () => {
    const text = 'KUBE_CONTROLLER_MANAGER_ARGS="--experimental-cluster-signing-duration={{ life }} --v=2"\n';
    const { findings } = lint(read({ 'kcm.env.j2': text }), { ...options, target: '1.30' });
    const [removed] = findings.filter(({ rule }) => rule === 'flag-removed');
    assert.equal(applyEdits(text, removed?.fixes[0]?.edits ?? []), text.replace('experimental-', ''));
  });

  test('is no flag of ours when a template makes its name', () => {
    assert.deepEqual(
      rulesFor('kubelet.env.j2', `KUBELET_ARGS="${boot} --rotate-certificates --{{ name }}-x=1 --cni{{ rest }}"\n`),
      [],
    );
  });
});

describe('templated JSON', () => {
  const head = '"apiVersion": "kubelet.config.k8s.io/v1beta1", "kind": "KubeletConfiguration"';

  test('plain parts are judged', () => {
    const text = `{\n  ${head},\n  "maxPods": {{ pods }},\n{% if webhook %}\n  "authentication": {"webhook": {"enabled": {{ webhook | to_json }}}},\n{% endif %}\n  {% if dns %}"clusterDNS": {{ dns | to_json }},{% endif %}\n  "failSwapOn": "no",\n  "rotateCertificatess": true{% if last %},\n  "port": 1{% endif %}\n}\n`;
    assert.deepEqual(rulesFor('config.json.j2', text), ['config-field-type', 'config-field-unknown']);
  });

  test('templated parts are not', () => {
    const text = `{${head}, "failSwapOn": {% if swap %}"no"{% else %}{{ x }}{% endif %}, {% if off %}"rotateCertificates": false,{% endif %} "{{ key }}": 1, "maxPods": "{{ pods }}"}\n`;
    assert.deepEqual(rulesFor('config.json.j2', text), []);
  });
});

test('a field that a template may leave out is not in force', () => {
  const text = (rest: string): string =>
    `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n${rest}`;
  assert.deepEqual(rulesFor('config.yaml', text('rotateCertificates: false\n')), ['rotate-certificates-off']);
  assert.deepEqual(rulesFor('config.yaml.j2', text('{% if a %}\nrotateCertificates: false\n{% endif %}\n')), []);
});
