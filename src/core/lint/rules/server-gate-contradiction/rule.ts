import type { Cluster, KubeletInView } from '../../../cluster/cluster';
import { isAtLeast } from '../../../kubernetes/release';
import { removeGate } from '../../gateEdits';
import type { ClusterRule, Draft } from '../../rule';

const GATE = 'RotateKubeletServerCertificate';

export const rule: ClusterRule = {
  id: 'server-gate-contradiction',
  group: 'D',
  severity: 'error',
  scope: 'cluster',
  lifeCycle: false,
  step: 'kubelet-start',
  messages: {
    refused:
      'The kubelet exits: invalid configuration: serverTLSBootstrap true requires feature gate RotateKubeletServerCertificate.',
    asked: 'Serving certificates are asked for here.',
    remove: 'Remove the feature gate',
  },
  check: (cluster) => cluster.kubelets.flatMap((kubelet) => checkKubelet(kubelet, cluster)),
};

/** In 1.11 the gate is off by default: server-rotation-gate-missing looks at that. */
function checkKubelet(kubelet: KubeletInView, { target }: Cluster): readonly Draft[] {
  const { serverTLSBootstrap: setting } = kubelet;
  const written = kubelet.gates.findLast(({ name }) => name === GATE);
  if (!isAtLeast(target.release, '1.12') || written?.value !== false) return [];
  if (setting.state !== 'set' || !setting.value) return [];
  const edits = removeGate(written);
  return [
    {
      path: written.path,
      range: written.range,
      message: 'refused',
      related: [{ ...setting.origin, message: 'asked' }],
      fixes: edits ? [{ title: 'remove', safe: true, edits }] : [],
    },
  ];
}
