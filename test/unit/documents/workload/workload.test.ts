import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { flagsOf } from '../../../../src/core/documents/commandLine';
import { commandLinesOf, flagsDocumentOf, read, summaryOf, variants } from '../reading';

const pod = (container: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n${container}`;

interface Reading {
  readonly name: string;
  readonly container: string;
  readonly expected: readonly string[];
}

const readings: readonly Reading[] = [
  {
    name: 'one item per flag, each quoted in its own way',
    container: `  - command:
    - kube-apiserver
    - --profiling=false # off
    # why
    - "--v=2"
    - '--audit-log-path=it''s'
    - --secure-port
    - "6443"
`,
    expected: ["kube-apiserver : --profiling=false | --v=2 | --audit-log-path=it's | --secure-port 6443"],
  },
  {
    name: 'args behind a command, and flow lists',
    container: `  - {command: [/usr/local/bin/kube-controller-manager, --v=2], args: ["--controllers=*,tokencleaner"]}\n`,
    expected: ['kube-controller-manager : --v=2 | --controllers=*,tokencleaner'],
  },
  {
    name: 'hyperkube',
    container: `  - command: [/hyperkube, apiserver]
    args:
    - --profiling=false
  - command:
    - /hyperkube
    args:
    - kubelet
    - --v=2
`,
    expected: ['kube-apiserver : --profiling=false', 'kubelet : --v=2'],
  },
  {
    name: 'arguments alone are those of the image',
    container: `  - image: registry.k8s.io/kube-apiserver:v1.29.3
    args: [--profiling=false]
  - image: registry.k8s.io/kube-apiserver-amd64:v1.10.0
    args: [--profiling=true]
  - image: registry.k8s.io/kube-scheduler:v1.29.3
    args: [--profiling=false]
  - image: example.com/kube-apiserver-proxy:v1.2.3
    args: [--profiling=false]
  - image: registry.k8s.io/kube-apiserver:v1.29.3
    args: [version]
`,
    expected: ['kube-apiserver : --profiling=false', 'kube-apiserver : --profiling=true'],
  },
  {
    name: 'variables of the container',
    container: `  - env:
    - {name: IP, value: 10.0.0.1}
    - name: HOST
      valueFrom: {fieldRef: {fieldPath: status.hostIP}}
    command: [kubelet, --node-ip=$(IP), --address=$(HOST), "--v=\${LEVEL}", $(MORE)]
`,
    expected: ['kubelet : --node-ip=10.0.0.1 | ~--address=$(HOST) | ~--v=${LEVEL} | {$(MORE)}'],
  },
  {
    name: 'block scalars as items',
    container: `  - command:
    - kubelet
    - >-
      --v=2
    - |-
      --node-ip=10.0.0.1
`,
    expected: ['kubelet : --v=2 | --node-ip=10.0.0.1'],
  },
  {
    name: 'a shell command in one line',
    container: `  - command: ["/bin/sh", "-c", "mkfifo /tmp/pipe; exec kube-apiserver --v=2 --audit-log-path=\\"a b\\" > /tmp/pipe 2>&1"]
  - command:
    - /bin/sh
    - -c
    - /usr/local/bin/kube-apiserver --v=3 2>&1 | /bin/tee -a /var/log/kube-apiserver.log
`,
    expected: ['kube-apiserver : --v=2 | --audit-log-path=a b', 'kube-apiserver : --v=3'],
  },
  {
    name: 'a script in a block',
    container: `  - command:
    - /bin/sh
    - -c
    - |
      set -e
      # kubelet --v=9
      exec kubelet \\
        --hostname-override=$(hostname | tr A-Z a-z) \\
        --v=2 $KUBELET_ARGS
      echo --done
      cat > /x <<E
      kubelet --v=3
      E
  - command:
    - sh
    args:
    - -c
    - >-
      exec kube-apiserver
      --v=2
      --profiling=false
`,
    expected: [
      'kubelet : ~--hostname-override=$(hostname | tr A-Z a-z) | --v=2 | $KUBELET_ARGS',
      'kube-apiserver : --v=2 | --profiling=false',
    ],
  },
  {
    name: 'a template',
    container: `  - command:
    - kube-apiserver
    - --v={{ level }}
    - "--profiling={{ profiling }}"
    - {{ more }}
`,
    expected: ['kube-apiserver : ~--v={{ level }} | ~--profiling={{ profiling }} | {{{ more }}}'],
  },
  {
    name: 'lines that a template writes',
    container: `  - command:
    - kube-apiserver
    - --v=2
    {{- range .Values.args }}
    - {{ . }}
    {{- end }}
`,
    expected: ['kube-apiserver : --v=2 | {{{ . }}} | {{{ }}}'],
  },
  {
    name: 'a script that goes on in further lines',
    container: `  - command:
    - /bin/sh
    - -c
    - exec /usr/local/bin/kube-apiserver --v=2
      --secure-port=6443   --profiling=false

      1>>/var/log/a.log 2>&1
  - command: [sh, -c, "kubelet --v=2
      --register-node"]
`,
    expected: ['kube-apiserver : --v=2 | --secure-port=6443 | --profiling=false', 'kubelet : --v=2 | --register-node'],
  },
  {
    name: 'no command line that could be read',
    container: `  - command: [kube-proxy, --v=2]
    image: kubelet
  - command: *missing
  - command: kubelet --v=2
  - command: [kubelet, {--v: 2}]
  - command: []
    args: ~
`,
    expected: [],
  },
];

describe('commands of containers', () => {
  for (const { name, container, expected } of readings) {
    for (const variant of variants(pod(container))) {
      test(`${name}, ${variant.name}`, () => {
        const file = read('pod.yaml', variant.text);
        assert.deepEqual(file.problems, []);
        assert.deepEqual(summaryOf(file), expected);
      });
    }
  }

  test('names and values stand where they are written', () => {
    for (const { container } of readings) {
      for (const { text } of variants(pod(container))) {
        const file = read('pod.yaml', text);
        for (const line of commandLinesOf(file)) {
          for (const { nameRange, writtenName, valueRange, value, range } of flagsOf(line)) {
            assert.equal(file.source.slice(nameRange), writtenName);
            assert.ok(file.source.slice(range).includes(writtenName));
            if (valueRange && !/it's|10\.0\.0\.1|a b/.test(value ?? ''))
              assert.equal(file.source.slice(valueRange), value);
          }
        }
      }
    }
  });

  test('every kind that runs containers', () => {
    const containers = '{initContainers: [{command: [kubelet, --v=1]}], containers: [{command: [kubelet, --v=2]}]}';
    const template = `{template: {spec: ${containers}}}`;
    const kinds: readonly (readonly [apiVersion: string, kind: string, spec: string])[] = [
      ['v1', 'Pod', `spec: ${containers}`],
      ['v1', 'PodTemplate', `template: {spec: ${containers}}`],
      ['apps/v1', 'Deployment', `spec: ${template}`],
      ['extensions/v1beta1', 'DaemonSet', `spec: ${template}`],
      ['apps/v1beta2', 'StatefulSet', `spec: ${template}`],
      ['apps/v1', 'ReplicaSet', `spec: ${template}`],
      ['v1', 'ReplicationController', `spec: ${template}`],
      ['batch/v1', 'Job', `spec: ${template}`],
      ['batch/v1beta1', 'CronJob', `spec: {jobTemplate: {spec: ${template}}}`],
    ];
    for (const [apiVersion, kind, spec] of kinds) {
      const object = `apiVersion: ${apiVersion}\nkind: ${kind}\n${spec}\n`;
      assert.deepEqual(summaryOf(read('a.yaml', object)), ['kubelet : --v=1', 'kubelet : --v=2'], kind);
    }
    const other = `apiVersion: batch.volcano.sh/v1alpha1\nkind: Job\nspec: ${template}\n`;
    assert.equal(read('a.yaml', other).kind, undefined);
  });

  test('objects of a list, and JSON', () => {
    const item = (kind: string) =>
      `{"apiVersion": "v1", "kind": "${kind}", "spec": {"containers": [{"command": ["kubelet", "--v=2"]}]}}`;
    const list = `{"apiVersion": "v1", "kind": "List", "items": [${item('Pod')}, ${item('Service')}, ${item('Pod')}]}`;
    const file = read('list.json', list);
    const lines = file.documents.flatMap((document) => (document.type === 'flags' ? document.commandLines : []));
    assert.deepEqual(
      lines.map(({ component }) => component),
      ['kubelet', 'kubelet'],
    );
  });

  test('images of the components are told, with their places', () => {
    const file = read(
      'pod.yaml',
      pod(`  - image: "registry.k8s.io/kube-apiserver:v1.29.3@sha256:00"
    command: [kube-apiserver]
  - image: hyperkube:v1.8.4
  - image: kube-proxy:v1.2.3
  - image: registry.k8s.io/kube-apiserver:{{ tag }}
`),
    );
    const images = flagsDocumentOf(file)?.container?.images ?? [];
    assert.deepEqual(
      images.map(({ range }) => file.source.slice(range)),
      ['"registry.k8s.io/kube-apiserver:v1.29.3@sha256:00"', 'hyperkube:v1.8.4'],
    );
  });

  test('what only speaks of a component is no file of ours', () => {
    const quiet = [
      pod(
        '  - {name: kubelet-dir, command: [node-driver-registrar, --kubelet-registration-path=/var/lib/kubelet/x]}\n',
      ),
      pod('  - {name: a, command: [metrics-server, --kubelet-insecure-tls]}\n'),
      pod('  - {name: kubelet, command: [sleep, "1"]}\n'),
      'containers: kubelet\n',
    ];
    for (const text of quiet) assert.equal(read('pod.yaml', text).kind, undefined, text);
  });
});
