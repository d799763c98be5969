import type { Cluster, KubeletInView } from '../../../cluster/cluster';
import { isAtLeast } from '../../../kubernetes/release';
import { commandLineToExtend } from '../../commandLineToExtend';
import { removeGate } from '../../gateEdits';
import type { ClusterRule, Draft, DraftFix, RuleContext } from '../../rule';

const GATE = 'RotateKubeletServerCertificate';

export const rule: ClusterRule = {
  id: 'server-gate-alone',
  group: 'D',
  severity: 'warning',
  scope: 'cluster',
  lifeCycle: false,
  step: 'serving-csr',
  messages: {
    alone:
      'Since 1.11 this feature gate alone requests nothing: without serverTLSBootstrap kubelet {release} keeps a self-signed certificate on port 10250.',
    setField: 'Set serverTLSBootstrap: true (someone must then approve the requests)',
    addFlag: 'Add --rotate-server-certificates (someone must then approve the requests)',
    removeGate: 'Remove the feature gate',
  },
  check: (cluster, context) =>
    isAtLeast(cluster.target.release, '1.11')
      ? cluster.kubelets.flatMap((kubelet) => checkKubelet(kubelet, cluster, context))
      : [],
};

function checkKubelet(kubelet: KubeletInView, cluster: Cluster, context: RuleContext): readonly Draft[] {
  const written = kubelet.gates.findLast(({ name }) => name === GATE);
  if (written?.value !== true || !isServerTLSBootstrapMissing(kubelet)) return [];
  const removal = removeGate(written);
  return [
    {
      path: written.path,
      range: written.range,
      message: 'alone',
      params: { release: cluster.target.release },
      fixes: [
        ...askForCertificates(kubelet, context),
        ...(removal ? [{ title: 'removeGate', safe: false, edits: removal }] : []),
      ],
    },
  ];
}

/** A configuration file that holds the gate is the place for its switch as well, even while the command line is not in view. */
function isServerTLSBootstrapMissing({ serverTLSBootstrap, commandLines, configuration }: KubeletInView): boolean {
  if (serverTLSBootstrap.state === 'absent') return true;
  return (
    serverTLSBootstrap.state === 'unknown' &&
    serverTLSBootstrap.reasons.every(({ type }) => type !== 'malformed') &&
    commandLines.length === 0 &&
    configuration?.value.templated === false
  );
}

/** Never made in bulk: port 10250 has no certificate at all until somebody approves (trace 07-server-tls-bootstrap). */
function askForCertificates(kubelet: KubeletInView, { kubernetes, cluster }: RuleContext): readonly DraftFix[] {
  const edits = kubelet.configuration?.value.editor.set(['serverTLSBootstrap'], 'true');
  if (edits) return [{ title: 'setField', safe: false, edits }];
  const { state } = kubernetes.flag('kubelet', 'rotate-server-certificates', cluster.target.release);
  const isAccepted = state === 'accepted' || state === 'deprecated';
  const added = isAccepted ? commandLineToExtend(kubelet)?.value.editor.add('--rotate-server-certificates') : undefined;
  return added ? [{ title: 'addFlag', safe: false, edits: added }] : [];
}
