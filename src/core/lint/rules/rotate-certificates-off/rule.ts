import type { Cluster, KubeletInView } from '../../../cluster/cluster';
import { isAtLeast } from '../../../kubernetes/release';
import type { TextEdit } from '../../../text/edit';
import { expiryMessage } from '../../expiryMessage';
import { switchGateOn } from '../../gateEdits';
import type { ClusterRule, Draft, DraftFix, RuleContext } from '../../rule';
import { settingPlace } from '../../settingPlace';

const GATE = 'RotateKubeletClientCertificate';

export const rule: ClusterRule = {
  id: 'rotate-certificates-off',
  group: 'C',
  severity: 'warning',
  scope: 'cluster',
  lifeCycle: false,
  step: 'expire',
  messages: {
    off: 'Certificate rotation is switched off here: the node turns NotReady when its certificate ends, {duration} after it was issued.',
    offByDefault:
      'Certificate rotation is switched off here: the node turns NotReady when its certificate ends, by default {duration} after it was issued.',
    offSomeDay:
      'Certificate rotation is switched off here: the node turns NotReady when its certificate ends. How long after it was issued cannot be told from what is in view of kube-controller-manager.',
    gateOff:
      'This feature gate keeps certificate rotation off: the node turns NotReady when its certificate ends, {duration} after it was issued.',
    gateOffByDefault:
      'This feature gate keeps certificate rotation off: the node turns NotReady when its certificate ends, by default {duration} after it was issued.',
    gateOffSomeDay:
      'This feature gate keeps certificate rotation off: the node turns NotReady when its certificate ends. How long after it was issued cannot be told from what is in view of kube-controller-manager.',
    switchOn: 'Switch it on',
  },
  check: (cluster, context) =>
    cluster.kubelets
      .filter(({ bootstrapKubeconfig }) => bootstrapKubeconfig.state !== 'absent')
      .flatMap((kubelet) => [...checkSwitch(kubelet, cluster, context), ...checkGate(kubelet, cluster)]),
};

function checkSwitch(kubelet: KubeletInView, cluster: Cluster, context: RuleContext): readonly Draft[] {
  const { rotateCertificates: setting } = kubelet;
  if (!isAtLeast(cluster.target.release, '1.8') || setting.state !== 'set' || setting.value) return [];
  return [
    {
      ...setting.origin,
      ...expiryMessage('off', cluster),
      fixes: fix(settingPlace(kubelet, 'rotate-certificates', context)?.set('true')),
    },
  ];
}

/** From 1.19 the gate is locked on, from 1.21 it is gone: other rules say so (behaviour `rot.switch`). */
function checkGate(kubelet: KubeletInView, cluster: Cluster): readonly Draft[] {
  const { release } = cluster.target;
  const written = kubelet.gates.findLast(({ name }) => name === GATE);
  if (written?.value !== false || !isAtLeast(release, '1.8') || isAtLeast(release, '1.19')) return [];
  return [
    {
      path: written.path,
      range: written.range,
      ...expiryMessage('gateOff', cluster),
      fixes: fix(switchGateOn(written)),
    },
  ];
}

function fix(edits: readonly TextEdit[] | undefined): readonly DraftFix[] {
  return edits ? [{ title: 'switchOn', safe: true, edits }] : [];
}
