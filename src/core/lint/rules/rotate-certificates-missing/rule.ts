import type { Cluster, KubeletInView } from '../../../cluster/cluster';
import { isAtLeast } from '../../../kubernetes/release';
import { bootstrapPlace, bootstraps } from '../../bootstrapping';
import { expiryMessage } from '../../expiryMessage';
import type { ClusterRule, Draft, RuleContext } from '../../rule';
import { settingPlace } from '../../settingPlace';

export const rule: ClusterRule = {
  id: 'rotate-certificates-missing',
  group: 'C',
  severity: 'warning',
  scope: 'cluster',
  lifeCycle: false,
  step: 'expire',
  messages: {
    missing:
      'This kubelet bootstraps its certificate and never renews it: the node turns NotReady when the certificate ends, {duration} after it was issued.',
    missingByDefault:
      'This kubelet bootstraps its certificate and never renews it: the node turns NotReady when the certificate ends, by default {duration} after it was issued.',
    missingSomeDay:
      'This kubelet bootstraps its certificate and never renews it: the node turns NotReady when the certificate ends. How long after it was issued cannot be told from what is in view of kube-controller-manager.',
    bootstrap: 'The kubelet bootstraps with this kubeconfig.',
    addFlag: 'Add --rotate-certificates',
    setField: 'Set rotateCertificates: true',
  },
  check: (cluster, context) => cluster.kubelets.flatMap((kubelet) => checkKubelet(kubelet, cluster, context)),
};

/** Before 1.8 there is no such switch: client-rotation-gate-missing looks at those releases. */
function checkKubelet(kubelet: KubeletInView, cluster: Cluster, context: RuleContext): readonly Draft[] {
  if (!isAtLeast(cluster.target.release, '1.8') || !bootstraps(kubelet)) return [];
  if (kubelet.rotateCertificates.state !== 'absent') return [];
  const place = settingPlace(kubelet, 'rotate-certificates', context);
  if (!place) return [];
  const edits = place.set('true');
  return [
    {
      path: place.path,
      range: place.range,
      ...expiryMessage('missing', cluster),
      fixes: edits ? [{ title: place.kind === 'field' ? 'setField' : 'addFlag', safe: true, edits }] : [],
      related: bootstrapPlace(kubelet, 'bootstrap'),
    },
  ];
}
