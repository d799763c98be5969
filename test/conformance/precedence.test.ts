import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { simulate } from '../../src/core/flow/simulate';
import { clusterOf } from './play';
import { readRecording } from './recording';
import { unitOf } from './setupToCluster';

interface Precedence {
  readonly case: string;
  readonly configFileFields: Readonly<Record<string, unknown>> | null;
  readonly flags: readonly string[];
  readonly exitCode: number | null;
  readonly clientRotationOn: boolean;
  readonly csrsCreated: readonly { readonly name_style: string; readonly signerName: string }[];
  readonly lines: readonly string[];
}

const { cases } = readRecording('14b-flag-precedence') as { readonly cases: readonly Precedence[] };

const BINDINGS = ['node-bootstrapper', 'certificates.k8s.io:certificatesigningrequests:nodeclient'].map((role) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  metadata: { name: role.replaceAll(':', '-') },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: `system:${role}` },
  subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:bootstrappers' }],
}));

describe('flags over configuration, as recorded', () => {
  for (const recorded of cases) {
    it(recorded.case, () => {
      const configuration = {
        apiVersion: 'kubelet.config.k8s.io/v1beta1',
        kind: 'KubeletConfiguration',
        ...recorded.configFileFields,
      };
      const paths = ['--bootstrap-kubeconfig=/etc/kubernetes/bootstrap', '--kubeconfig=/etc/kubernetes/kubelet'];
      const config = recorded.configFileFields === null ? [] : ['--config=/var/lib/kubelet/config.yaml'];
      const cluster = clusterOf([
        { path: 'kubelet.service', text: unitOf('kubelet', [...config, ...paths, ...recorded.flags]) },
        { path: 'rbac.yaml', text: BINDINGS.map((binding) => JSON.stringify(binding)).join('\n---\n') },
        ...(config.length > 0 ? [{ path: 'config.yaml', text: JSON.stringify(configuration) }] : []),
      ]);
      const bootstrapToken = { username: 'kubelet-bootstrap', groups: ['system:bootstrappers'] };
      const timeline = simulate(cluster, { id: recorded.case, bootstrapToken, until: 20 });
      const exit = timeline.events.find(({ kind }) => kind === 'exit');
      assert.equal(exit?.details.exitCode ?? null, recorded.exitCode);
      assert.deepEqual(
        timeline.csrs
          .map(({ name, signerName }) => `${name.startsWith('node-csr-') ? 'node-csr' : 'csr'} ${String(signerName)}`)
          .sort(),
        recorded.csrsCreated
          .map(({ name_style: name, signerName }) => `${name.replace(/-[<X].*/, '')} ${signerName}`)
          .sort(),
      );
      const rotates = timeline.events.some(({ message }) => message === 'Starting client certificate rotation.');
      assert.equal(rotates, recorded.clientRotationOn);
    });
  }
});
