import type { KubeletInView } from '../../../cluster/cluster';
import { isAtLeast } from '../../../kubernetes/release';
import type { ClusterRule, Draft } from '../../rule';
import { hasServingApprover } from '../../servingApprover';

export const rule: ClusterRule = {
  id: 'serving-approval-none',
  group: 'D',
  severity: 'info',
  scope: 'cluster',
  lifeCycle: false,
  step: 'serving-approve',
  messages: {
    none: 'Since 1.11 nothing built in approves serving certificates: until a person or an approver from outside does, port 10250 answers every handshake with an error.',
  },
  check: (cluster, context) =>
    isAtLeast(cluster.target.release, '1.11') && !hasServingApprover(cluster, context.kubernetes)
      ? cluster.kubelets.flatMap(checkKubelet).slice(0, 1)
      : [],
};

/** Once for the cluster: one approver serves all kubelets. */
function checkKubelet({ serverTLSBootstrap: asked, gates }: KubeletInView): readonly Draft[] {
  const isRefused = gates.findLast(({ name }) => name === 'RotateKubeletServerCertificate')?.value === false;
  return asked.state === 'set' && asked.value && !isRefused ? [{ ...asked.origin, message: 'none' }] : [];
}
