import type { Cluster, KubeletInView } from '../../../cluster/cluster';
import { DEFAULT_SIGNING_DURATION } from '../../../cluster/signingDuration';
import { isAtLeast } from '../../../kubernetes/release';
import { bootstrapPlace, bootstraps } from '../../bootstrapping';
import { commandLineToExtend } from '../../commandLineToExtend';
import { expiryMessage } from '../../expiryMessage';
import { addGate, switchGateOn } from '../../gateEdits';
import type { ClusterRule, Draft } from '../../rule';

const GATE = 'RotateKubeletClientCertificate';

export const rule: ClusterRule = {
  id: 'client-rotation-gate-missing',
  group: 'C',
  severity: 'warning',
  scope: 'cluster',
  lifeCycle: false,
  step: 'expire',
  messages: {
    missing:
      'kubelet {release} renews its certificate only with the feature gate RotateKubeletClientCertificate: without it the node turns NotReady when the certificate ends, {duration} after it was issued.',
    missingByDefault:
      'kubelet {release} renews its certificate only with the feature gate RotateKubeletClientCertificate: without it the node turns NotReady when the certificate ends, by default {duration} after it was issued.',
    missingSomeDay:
      'kubelet {release} renews its certificate only with the feature gate RotateKubeletClientCertificate: without it the node turns NotReady when the certificate ends. How long after it was issued cannot be told from what is in view of kube-controller-manager.',
    none: 'kubelet {release} cannot renew its certificate: the node turns NotReady when it ends, {duration} after it was issued.',
    bootstrap: 'The kubelet bootstraps with this kubeconfig.',
    addGate: 'Switch on the feature gate RotateKubeletClientCertificate',
  },
  check: (cluster) => cluster.kubelets.filter(bootstraps).flatMap((kubelet) => checkKubelet(kubelet, cluster)),
};

/** From 1.8 the gate is on by default and a flag decides (behaviour `rot.switch`). */
function checkKubelet(kubelet: KubeletInView, cluster: Cluster): readonly Draft[] {
  const { release } = cluster.target;
  if (isAtLeast(release, '1.8')) return [];
  return isAtLeast(release, '1.7') ? checkGate(kubelet, cluster) : [...noRotation(kubelet, cluster)];
}

function checkGate(kubelet: KubeletInView, cluster: Cluster): readonly Draft[] {
  const gate = kubelet.gate(GATE);
  if (gate.state === 'unknown' || gate.value === true) return [];
  const written = kubelet.gates.findLast(({ name }) => name === GATE);
  const line = commandLineToExtend(kubelet);
  const place = written ?? (line && { path: line.path, range: line.value.headRange });
  if (!place) return [];
  const edits = written ? switchGateOn(written) : addGate(kubelet, GATE);
  const { message, params } = expiryMessage('missing', cluster);
  return [
    {
      path: place.path,
      range: place.range,
      message,
      params: { ...params, release: cluster.target.release },
      fixes: edits ? [{ title: 'addGate', safe: true, edits }] : [],
      related: bootstrapPlace(kubelet, 'bootstrap'),
    },
  ];
}

/** No setting helps, and no flag changes how long the certificate lives (behaviour `sign.default`). */
function* noRotation(kubelet: KubeletInView, cluster: Cluster): Iterable<Draft> {
  const params = { release: cluster.target.release, duration: DEFAULT_SIGNING_DURATION };
  const line = commandLineToExtend(kubelet);
  if (!line) return;
  yield {
    path: line.path,
    range: line.value.headRange,
    message: 'none',
    params,
    related: bootstrapPlace(kubelet, 'bootstrap'),
  };
}
