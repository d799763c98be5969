import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { ParsedFile } from '../../../../src/core/documents/document';
import { outermostEdit, outermostPlace } from '../../../../src/core/text/outerText';
import { applyEdits } from '../../../../src/core/text/edit';
import { commandLinesOf, read, summaryOf, variants } from '../reading';

const cloudInit = `#cloud-config
write_files:
- path: /etc/systemd/system/kubelet.service.d/10-node.conf
  permissions: "0644"
  content: |
    [Service]
    ExecStart=
    # why
    ExecStart=/usr/bin/kubelet --v=2
- path: /etc/default/kubelet
  content: "KUBELET_ARGS=\\"--v=2\\"\\n"
- {path: /etc/sysconfig/kubelet, encoding: b64, content: S1VCRUxFVF9BUkdTPSItLXY9MiIK}
- {path: /etc/sysconfig/kubelet.gz, encoding: gz+b64, content: S1VCRUxFVF9BUkdTPSItLXY9MiIK}
runcmd:
- [systemctl, enable, kubelet]
- kubelet --v=2
- [ kubelet, --v=2, "--node-labels=it's {{ role }}" ]
- - sh
  - -c
  - "KUBELET_LOG=/log exec kubelet --v=2 > $KUBELET_LOG"
coreos:
  units:
  - name: kubelet.service
    content: |
      [Service]
      ExecStart=/usr/bin/kubelet --v=2
    drop-ins:
    - name: 20-more.conf
      content: |
        [Service]
        Environment="KUBELET_ARGS=--v=2"
`;

const ignition = JSON.stringify(
  {
    ignition: { version: '2.2.0' },
    systemd: {
      units: [
        {
          name: 'kubelet.service',
          contents: '[Service]\nExecStart=/usr/bin/kubelet --v=2\n',
          dropins: [{ name: '10.conf', contents: '[Service]\nEnvironment="KUBELET_ARGS=--v=2"\n' }],
        },
      ],
    },
    storage: {
      files: [
        { path: '/etc/kubelet.env', contents: { source: 'data:,KUBELET_ARGS%3D%22--v%3D2%22%20%23%20%C3%BC%0A' } },
        {
          path: '/etc/default/kubelet',
          contents: { source: 'data:text/plain;charset=utf-8;base64,S1VCRUxFVF9BUkdTPSItLXY9MiIK' },
        },
        { path: '/etc/kubelet.gz', contents: { compression: 'gzip', source: 'data:,KUBELET_ARGS=--v=2' } },
        { path: '/etc/other', contents: { source: 'https://example.com/kubelet.env' } },
      ],
    },
  },
  undefined,
  2,
);

const butane = `variant: fcos
version: 1.5.0
systemd:
  units:
    - name: kubelet.service
      contents: |
        [Service]
        ExecStart=/usr/bin/kubelet --v=2
storage:
  files:
    - path: /etc/default/kubelet
      contents:
        inline: |
          KUBELET_ARGS="--v=2"
    - path: /etc/kubelet
      contents: {local: kubelet.env}
`;

const ansible = `- hosts: all
  tasks:
    - name: flags
      ansible.builtin.copy:
        dest: /etc/default/kubelet
        content: |
          KUBELET_ARGS="--v=2 --node-ip={{ ip }}"
    - block:
        - name: unit
          copy:
            content: |
              [Service]
              ExecStart=/usr/bin/kubelet --v=2
            dest: /etc/systemd/system/kubelet.service
    - blockinfile:
        path: /etc/sysconfig/kubelet
        block: |
          KUBELET_ARGS="--v=2"
    - shell: kubelet --v=2 > /tmp/log
    - ansible.builtin.command: {cmd: "kubelet --v=2"}
    - ansible.builtin.command:
        argv: [kubelet, --v=2]
    - lineinfile:
        path: /etc/default/kubelet
        regexp: ^KUBELET_EXTRA_ARGS=
        line: 'KUBELET_EXTRA_ARGS="--v=2"'
    - ansible.builtin.lineinfile:
        dest: /etc/systemd/system/kubelet.service
        regexp: '^ExecStart=/'
        line: ExecStart=/usr/bin/kubelet --v=2
    - blockinfile:
        dest: /etc/systemd/system/kubelet.service.d/20-more.conf
        block: |
          Environment="KUBELET_ARGS=--v=2"
    - lineinfile: {path: /etc/default/kubelet, state: absent, line: KUBELET_EXTRA_ARGS=--v=3}
    - lineinfile: {path: /etc/default/kubelet, regexp: '(.*)', backrefs: yes, line: 'KUBELET_EXTRA_ARGS=--v=3 \\1'}
    - lineinfile: {path: /etc/default/kubelet, line: "{{ item }}"}
    - copy: src=kubelet.env dest=/etc/kubelet.env
    - copy: {content: "{{ lookup('file', 'kubelet.env') }}", dest: /etc/kubelet.env}
`;

const clusterApi = `apiVersion: bootstrap.cluster.x-k8s.io/v1beta1
kind: KubeadmConfigTemplate
spec:
  template:
    spec:
      files:
      - path: /etc/default/kubelet
        content: |
          KUBELET_ARGS="--v=2"
`;

interface Example {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly expected: readonly string[];
}

const examples: readonly Example[] = [
  {
    name: 'cloud-init',
    path: 'user-data',
    text: cloudInit,
    expected: [
      '/etc/systemd/system/kubelet.service.d/10-node.conf kubelet : --v=2',
      '/etc/default/kubelet kubelet KUBELET_ARGS: --v=2',
      '/etc/sysconfig/kubelet kubelet KUBELET_ARGS: --v=2',
      '/etc/systemd/system/kubelet.service kubelet : --v=2',
      '/etc/systemd/system/kubelet.service.d/20-more.conf kubelet KUBELET_ARGS: --v=2',
      '/2/runcmd.sh kubelet : --v=2',
      "/3/runcmd.sh kubelet : --v=2 | ~--node-labels=it's {{ role }}",
      '/4/runcmd.sh kubelet : --v=2',
    ],
  },
  {
    name: 'Ignition',
    path: 'node.ign.json',
    text: ignition,
    expected: [
      '/etc/systemd/system/kubelet.service kubelet : --v=2',
      '/etc/systemd/system/kubelet.service.d/10.conf kubelet KUBELET_ARGS: --v=2',
      '/etc/kubelet.env kubelet KUBELET_ARGS: --v=2',
      '/etc/default/kubelet kubelet KUBELET_ARGS: --v=2',
    ],
  },
  {
    name: 'Butane',
    path: 'node.bu',
    text: butane,
    expected: [
      '/etc/systemd/system/kubelet.service kubelet : --v=2',
      '/etc/default/kubelet kubelet KUBELET_ARGS: --v=2',
    ],
  },
  {
    name: 'Ansible',
    path: 'tasks/main.yml',
    text: ansible,
    expected: [
      '/etc/default/kubelet kubelet KUBELET_ARGS: --v=2 | ~--node-ip={{ ip }}',
      '/etc/systemd/system/kubelet.service kubelet : --v=2',
      '/etc/sysconfig/kubelet kubelet KUBELET_ARGS: --v=2',
      '/shell.sh kubelet : --v=2',
      '/command.sh kubelet : --v=2',
      '/2/command.sh kubelet : --v=2',
      '/2/etc/default/kubelet kubelet KUBELET_EXTRA_ARGS: --v=2',
      '/2/etc/systemd/system/kubelet.service kubelet : --v=2',
      '/etc/systemd/system/kubelet.service.d/20-more.conf kubelet KUBELET_ARGS: --v=2',
    ],
  },
  {
    name: 'Cluster API',
    path: 'workers.yaml',
    text: clusterApi,
    expected: ['/etc/default/kubelet kubelet KUBELET_ARGS: --v=2'],
  },
];

/** Paths on the node with the command lines in each file. */
function told(file: ParsedFile): readonly string[] {
  return file.embedded.flatMap((inner) =>
    summaryOf(inner).map((line) => `${inner.source.path.slice(file.source.path.length)} ${line}`),
  );
}

describe('files that are written to a node', () => {
  for (const { name, path, text, expected } of examples) {
    for (const variant of variants(text)) {
      test(`${name}, ${variant.name}`, () => {
        const file = read(path, variant.text);
        assert.deepEqual(file.problems, []);
        assert.deepEqual(told(file), expected);
      });

      test(`a flag stands where it is written: ${name}, ${variant.name}`, () => {
        const file = read(path, variant.text);
        for (const { source, documents } of file.embedded) {
          for (const document of documents) {
            if (document.type !== 'flags') continue;
            const argument = document.commandLines[0]?.arguments[0];
            assert.equal(argument?.type, 'flag');
            const place = outermostPlace(source, argument.flag.range);
            const written = variant.text.slice(place.range.start, place.range.end);
            assert.ok(['--v=2', '--v%3D2'].includes(written) || /^[\w:;,/+=-]+$/.test(written), written);
          }
        }
      });
    }
  }

  test('an edit lands with its indentation, and not where the text is encoded', () => {
    const added = (text: string, index: number): string | undefined => {
      const inner = read('node.yaml', text).embedded[index];
      const edits = inner && commandLinesOf(inner)[0]?.editor.add('--new=1');
      const outer = inner && edits?.map((edit) => outermostEdit(inner.source, edit));
      if (!outer?.every((edit) => edit !== undefined)) return undefined;
      return applyEdits(text, outer);
    };
    assert.equal(added(cloudInit, 0), cloudInit.replace('kubelet --v=2', 'kubelet --v=2 --new=1'));
    assert.equal(added(cloudInit, 1), cloudInit.replace('=\\"--v=2', '=\\"--v=2 --new=1'));
    assert.equal(added(cloudInit, 2), undefined);
    assert.equal(added(ignition, 0), ignition.replace('kubelet --v=2', 'kubelet --v=2 --new=1'));
    assert.equal(added(ignition, 2), undefined);
  });

  test('a word of a list may change, and nothing is put between two', () => {
    const text = '#cloud-config\nruncmd:\n- [kubelet, --v=2]\n';
    const inner = read('node.yaml', text).embedded[0] ?? assert.fail();
    const [line] = commandLinesOf(inner);
    const [first] = line?.arguments ?? [];
    assert.ok(line && first?.type === 'flag');
    const outer = (edits: ReturnType<typeof line.editor.add>): string | undefined => {
      const moved = edits?.map((edit) => outermostEdit(inner.source, edit));
      return moved?.every((edit) => edit !== undefined) ? applyEdits(text, moved) : undefined;
    };
    assert.equal(outer(line.editor.setValue(first.flag, '3')), text.replace('--v=2', '--v=3'));
    assert.equal(outer(line.editor.add('--new=1')), undefined);
    assert.equal(outer(line.editor.remove(first.flag)), undefined);
  });

  test('what writes no such files is left alone', () => {
    const quiet = [
      '#cloud-config\npackages: [kubelet]\n',
      'kube: 1\nwrite_files: [{path: /etc/default/kubelet, content: KUBELET_ARGS=--v=2}]\n',
      '- hosts: all\n  tasks:\n    - copy: {content: hello, dest: /etc/kubelet}\n',
      '{"ignition": {}, "storage": {"files": [{"path": "/etc/kubelet"}, 1, null]}, "systemd": []}',
    ];
    for (const text of quiet) assert.equal(read('a.yaml', text).kind, undefined, text);
  });
});
