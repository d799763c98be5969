import type { Cluster, KubeletInView } from '../../../cluster/cluster';
import { isAtLeast } from '../../../kubernetes/release';
import { bootstraps } from '../../bootstrapping';
import { commandLineToExtend } from '../../commandLineToExtend';
import type { ClusterRule, Draft, DraftFix, RuleContext } from '../../rule';

const GATE = 'RotateKubeletServerCertificate';

export const rule: ClusterRule = {
  id: 'serving-rotation-missing',
  group: 'D',
  severity: 'info',
  scope: 'cluster',
  lifeCycle: false,
  step: 'serving-certificate',
  messages: {
    selfSigned:
      'Port 10250 serves a self-signed certificate: kube-apiserver and everybody else who reads logs or metrics there cannot tell whether it is this node.',
    setField: 'Set serverTLSBootstrap: true (someone must then approve the requests)',
    addFlag: 'Add --rotate-server-certificates (someone must then approve the requests)',
  },
  check: (cluster, context) =>
    isAtLeast(cluster.target.release, '1.11')
      ? cluster.kubelets.filter(bootstraps).flatMap((kubelet) => checkKubelet(kubelet, cluster, context))
      : [],
};

/** A gate that is written shows that certificates were meant: server-gate-alone says what is missing. */
function checkKubelet(kubelet: KubeletInView, cluster: Cluster, context: RuleContext): readonly Draft[] {
  const { serverTLSBootstrap: asked, tlsCertFile: file, configuration } = kubelet;
  const isOff = asked.state === 'absent' || (asked.state === 'set' && !asked.value);
  const hasNoFile = file.state === 'absent' || (file.state === 'set' && file.value === '');
  if (!isOff || !hasNoFile || kubelet.gates.some(({ name }) => name === GATE)) return [];
  const line = commandLineToExtend(kubelet);
  const place = configuration
    ? { path: configuration.path, range: configuration.value.headRange }
    : line && { path: line.path, range: line.value.headRange };
  if (!place) return [];
  const origin = asked.state === 'set' ? asked.origin : place;
  return [{ ...origin, message: 'selfSigned', fixes: asked.state === 'absent' ? ask(kubelet, cluster, context) : [] }];
}

/** Port 10250 has no certificate at all until somebody approves (trace 07-server-tls-bootstrap). */
function ask(kubelet: KubeletInView, { target }: Cluster, { kubernetes }: RuleContext): readonly DraftFix[] {
  const edits = kubelet.configuration?.value.editor.set(['serverTLSBootstrap'], 'true');
  if (edits) return [{ title: 'setField', safe: false, edits }];
  const { state } = kubernetes.flag('kubelet', 'rotate-server-certificates', target.release);
  const isAccepted = state === 'accepted' || state === 'deprecated';
  const added = isAccepted ? commandLineToExtend(kubelet)?.value.editor.add('--rotate-server-certificates') : undefined;
  return added ? [{ title: 'addFlag', safe: false, edits: added }] : [];
}
