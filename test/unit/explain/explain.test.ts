import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesNamed } from '../../../src/core/explain/about';
import { isShowable } from '../../../src/core/explain/showable';
import { rules } from '../../../src/core/lint/rules/index';
import { BOOT, configuration, KUBECONFIG, unit } from '../cluster/reading';
import { explain, told } from './explaining';

const service = {
  'kubelet.service': unit(
    `/usr/bin/kubelet ${BOOT} ${KUBECONFIG} $KUBELET_ARGS`,
    'EnvironmentFile=/etc/kubernetes/kubelet.env',
  ),
};

test('a flag: its purpose, its life, its field, what is in force and where that is set', () => {
  const files = { ...service, 'kubelet.env': 'KUBELET_ARGS="--rotate-certificates=false --v=2"\n' };
  const found = explain(files, 'kubelet.env', 'rotate-certificates');
  assert.deepEqual(told(found), [
    '`--rotate-certificates`: flag of kubelet',
    'Lets the kubelet renew its client certificate before it ends; without it the node drops out on that day.',
    'Kubernetes 1.22: deprecated, default `false`.',
    'since 1.8',
    'deprecated in 1.11',
    'That is likely, not verified.',
    'Field of KubeletConfiguration: `rotateCertificates`.',
    'In force: `false`, set in kubelet.env.',
  ]);
  assert.equal(found?.rule, 'rotate-certificates-missing');
  assert.equal(found.step, 'rotate');
  assert.equal(files['kubelet.env'].slice(found.range.start, found.range.end), '--rotate-certificates');
});

test('a flag that is overridden: what is in force is that of the later one', () => {
  const files = { 'kubelet.service': unit(`/usr/bin/kubelet ${KUBECONFIG} --node-ip=10.0.0.1 --node-ip=10.0.0.2`) };
  const found = explain(files, 'kubelet.service', 'node-ip');
  assert.ok(told(found).includes('In force: `10.0.0.2`, set in kubelet.service.'));
});

test('a flag that is gone, and one that is not there yet', () => {
  const files = { 'a.service': unit('/usr/bin/kube-controller-manager --experimental-cluster-signing-duration=1h') };
  const gone = explain(files, 'a.service', 'experimental-cluster-signing-duration', '1.36');
  assert.deepEqual(told(gone).slice(2), [
    'Kubernetes 1.36: gone.',
    'since 1.7',
    'deprecated in 1.19',
    'gone in 1.25',
    'Write `--cluster-signing-duration` instead.',
  ]);
  assert.equal(gone?.rule, 'flag-removed');
  const early = explain(service, 'kubelet.service', 'bootstrap-kubeconfig', '1.6');
  assert.ok(told(early).includes('Kubernetes 1.6: not there yet.'));
  assert.equal(early?.rule, 'flag-not-yet');
});

test('a gate: its stages with their defaults, its lock and its end', () => {
  const files = { 'kubelet.service': unit('/usr/bin/kubelet --feature-gates=RotateKubeletClientCertificate=true') };
  const told120 = told(explain(files, 'kubelet.service', 'RotateKubeletClientCertificate', '1.20'));
  assert.deepEqual(told120, [
    '`RotateKubeletClientCertificate`: feature gate',
    'The kubelet can renew its client certificate; only the kubelet asks for this gate.',
    'Kubernetes 1.20: GA, locked on.',
    'alpha, off: 1.7',
    'beta, on: 1.8–1.18',
    'GA, locked on: 1.19–1.20',
    'gone in 1.21',
    'In force: `true`, set in kubelet.service.',
  ]);
  const gone = explain(files, 'kubelet.service', 'RotateKubeletClientCertificate', '1.36');
  assert.equal(gone?.rule, 'feature-gate-removed');
  assert.equal(told(gone)[2], 'Kubernetes 1.36: gone.');
});

test('a gate in a configuration, with quotes', () => {
  const files = { 'config.yaml': configuration('featureGates:', '  "RotateKubeletServerCertificate": true') };
  const found = explain(files, 'config.yaml', 'RotateKubeletServerCertificate');
  assert.equal(told(found)[0], '`RotateKubeletServerCertificate`: feature gate');
  assert.equal(found?.step, 'serving-csr');
});

test('a field: that of its flag where it has no purpose of its own, and a flag that wins over it', () => {
  const files = {
    'kubelet.service': unit(`/usr/bin/kubelet ${KUBECONFIG} --config=/etc/kubelet.yaml --rotate-certificates=false`),
    'kubelet.yaml': configuration('rotateCertificates: true'),
  };
  const found = explain(files, 'kubelet.yaml', 'rotateCertificates');
  assert.deepEqual(told(found), [
    '`rotateCertificates`: field of KubeletConfiguration',
    'Lets the kubelet renew its client certificate before it ends; without it the node drops out on that day.',
    'Kubernetes 1.22: accepted, default `false`.',
    'since 1.11',
    'Flag: `--rotate-certificates`.',
    'In force: `false`, set in kubelet.service.',
  ]);
});

test('a field without days of its own lives as long as its apiVersion', () => {
  const files = { 'kubelet.yaml': configuration('authentication:', '  anonymous:', '    enabled: false') };
  const found = explain(files, 'kubelet.yaml', 'enabled');
  assert.equal(told(found)[0], '`authentication.anonymous.enabled`: field of KubeletConfiguration');
  assert.ok(told(found).includes('since 1.10'), told(found).join(' | '));
});

test('a field of a kubeadm file', () => {
  const text =
    'apiVersion: kubeadm.k8s.io/v1beta2\nkind: ClusterConfiguration\nkubernetesVersion: v1.20.2\nclusterName: a\n';
  const found = explain({ 'kubeadm.yaml': text }, 'kubeadm.yaml', 'clusterName');
  assert.equal(told(found)[0], '`clusterName`: field of ClusterConfiguration');
});

const binding = [
  'apiVersion: rbac.authorization.k8s.io/v1',
  'kind: ClusterRoleBinding',
  'metadata:',
  '  name: bootstrap',
  'roleRef:',
  '  apiGroup: rbac.authorization.k8s.io',
  '  kind: ClusterRole',
  '  name: system:node-bootstrapper',
  'subjects:',
  '- apiGroup: rbac.authorization.k8s.io',
  '  kind: Group',
  '  name: system:bootstrappers',
  '',
].join('\n');

test('a built-in role, and who is bound to it', () => {
  const found = explain({ 'rbac.yaml': binding }, 'rbac.yaml', 'system:node-bootstrapper');
  assert.deepEqual(told(found), [
    '`system:node-bootstrapper`: built-in ClusterRole',
    'May create CertificateSigningRequests and read them; it approves nothing. Nothing is bound to it by itself.',
    'Kubernetes 1.22: there without anybody writing it.',
    'since 1.6',
    'Bound to `Group system:bootstrappers` in rbac.yaml.',
  ]);
  assert.equal(found?.rule, 'node-bootstrapper-unbound');
});

test('a signer, before and after it came', () => {
  const text =
    'apiVersion: certificates.k8s.io/v1\nkind: CertificateSigningRequest\nmetadata:\n  name: a\nspec:\n  signerName: kubernetes.io/kubelet-serving\n  usages: [server auth]\n';
  const found = explain({ 'csr.yaml': text }, 'csr.yaml', 'kubernetes.io/kubelet-serving');
  assert.deepEqual(told(found).slice(2), [
    'Kubernetes 1.22: accepted.',
    'since 1.18',
    'No controller of Kubernetes approves its requests.',
  ]);
  assert.ok(
    told(explain({ 'csr.yaml': text }, 'csr.yaml', 'kubernetes.io/kubelet-serving', '1.17')).includes(
      'Kubernetes 1.17: not there yet.',
    ),
  );
});

const hosts: Readonly<Record<string, readonly [path: string, text: string, word: string]>> = {
  'a shell script': [
    'install.sh',
    '#!/bin/bash\n/usr/bin/kubelet --kubeconfig=/k \\\n  --rotate-certificates=false\n',
    '--rotate-certificates',
  ],
  'cloud-init': [
    'user-data.yaml',
    '#cloud-config\nwrite_files:\n- path: /etc/default/kubelet\n  content: |\n    KUBELET_EXTRA_ARGS="--node-ip=10.0.0.1 --rotate-certificates=false"\n',
    '--rotate-certificates',
  ],
  'a static pod': [
    'kubelet.yaml',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: kubelet\nspec:\n  containers:\n  - name: kubelet\n    image: k8s.gcr.io/hyperkube:v1.18.0\n    command:\n    - kubelet\n    - --kubeconfig=/k\n    - --rotate-certificates=false\n',
    '--rotate-certificates',
  ],
  'a ConfigMap': [
    'map.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kubelet-config\n  namespace: kube-system\ndata:\n  kubelet: |\n    apiVersion: kubelet.config.k8s.io/v1beta1\n    kind: KubeletConfiguration\n    rotateCertificates: false\n',
    'rotateCertificates',
  ],
};

for (const [host, [path, content, word]] of Object.entries(hosts)) {
  test(`in ${host}, at the place as written there`, () => {
    const found = explain({ [path]: content }, path, word);
    assert.ok(found, path);
    assert.equal(content.slice(found.range.start, found.range.end), word);
    assert.match(told(found)[1] ?? '', /renew its client certificate/);
    for (const { place } of found.parts) {
      if (place)
        assert.match(content.slice(place.range.start, place.range.end), /^-*rotate-?Certificates/i, place.path);
      if (place) assert.equal(place.path, path);
    }
  });
}

test('nothing is said of other words, unknown flags, values and unrelated files', () => {
  const files = {
    ...service,
    'kubelet.env': 'KUBELET_ARGS="--rotate-certificate=true"\n',
    'notes.yaml': 'rotateCertificates: system:node\n',
  };
  assert.equal(explain(files, 'kubelet.env', 'rotate-certificate'), undefined);
  assert.equal(explain(files, 'kubelet.env', 'true'), undefined);
  assert.equal(explain(files, 'kubelet.service', 'ExecStart'), undefined);
  assert.equal(explain(files, 'kubelet.service', '/etc/kubernetes/bootstrap'), undefined);
  assert.equal(explain(files, 'notes.yaml', 'rotateCertificates'), undefined);
  assert.equal(explain(files, 'notes.yaml', 'system:node'), undefined);
});

test('an empty default is shown as one', () => {
  const found = told(explain(service, 'kubelet.service', '--kubeconfig', '1.30'));
  assert.ok(found.includes('Kubernetes 1.30: accepted, default `""`.'), found.join(' | '));
});

test('what cannot be known is said to be unknown', () => {
  const found = explain(service, 'kubelet.service', '--kubeconfig');
  assert.ok(told(found).includes('In force: `/etc/kubernetes/kubelet.kubeconfig`, set in kubelet.service.'));
  const files = { 'kubelet.service': unit(`/usr/bin/kubelet --node-ip={{ ip }} ${KUBECONFIG}`) };
  assert.ok(
    told(explain(files, 'kubelet.service', 'node-ip')).includes(
      'What is in force is unknown: a template decides it in `kubelet.service`.',
    ),
  );
});

test('secrets are never shown', () => {
  const files = {
    'kubelet.service': unit('/usr/bin/kubelet --manifest-url-header=Authorization:abcdef.0123456789abcdef'),
  };
  const found = told(explain(files, 'kubelet.service', 'manifest-url-header'));
  assert.ok(found.includes('In force: what stands in kubelet.service.'), found.join(' | '));
  for (const value of [
    'abcdef.0123456789abcdef',
    'x,abcdef.0123456789abcdef',
    'deadbeefdeadbeefdeadbeefdeadbeef',
    'https://a:b@c/',
  ]) {
    assert.equal(isShowable('node-ip', value), false, value);
  }
  assert.equal(isShowable('a-token', 'sesame'), false);
  for (const [name, value] of [
    ['token-auth-file', '/etc/kubernetes/token.csv'],
    ['authentication-token-webhook', 'true'],
    ['node-ip', '10.0.0.1'],
    ['v', '2'],
  ] as const) {
    assert.equal(isShowable(name, value), true, name);
  }
});

test('rules and steps that explanations lead to exist', () => {
  const ids = rules.map(({ id }) => id);
  const ofStates = [
    'flag-removed',
    'flag-not-yet',
    'flag-deprecated',
    'feature-gate-removed',
    'feature-gate-not-yet',
    'feature-gate-locked',
    'config-field-unknown',
  ];
  for (const rule of [...rulesNamed(), ...ofStates]) assert.ok(ids.includes(rule), rule);
});
