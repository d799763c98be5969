import type { Cluster, KubeletInView } from '../../../cluster/cluster';
import { signingDuration } from '../../../cluster/signingDuration';
import { isAtLeast } from '../../../kubernetes/release';
import type { Range } from '../../../text/range';
import { bootstrapPlace, bootstraps } from '../../bootstrapping';
import { commandLineToExtend } from '../../commandLineToExtend';
import type { ClusterRule, Draft, DraftFix, RuleContext } from '../../rule';

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
    bootstrap: 'The kubelet bootstraps with this kubeconfig.',
    addFlag: 'Add --rotate-certificates',
    setField: 'Set rotateCertificates: true',
  },
  check: (cluster, context) => cluster.kubelets.flatMap((kubelet) => checkKubelet(kubelet, cluster, context)),
};

/** Before 1.8 there is no such switch: client-rotation-gate-missing looks at those releases. */
function checkKubelet(kubelet: KubeletInView, cluster: Cluster, context: RuleContext): readonly Draft[] {
  if (!isAtLeast(cluster.target.release, '1.8') || !bootstraps(kubelet)) return [];
  if (kubelet.rotateCertificates.state !== 'absent' || isMeant(kubelet)) return [];
  const repair = inConfiguration(kubelet, cluster, context) ?? onCommandLine(kubelet);
  if (!repair) return [];
  return [
    {
      path: repair.path,
      range: repair.range,
      message: 'missing',
      params: { duration: signingDuration(cluster) },
      fixes: repair.fixes,
      related: bootstrapPlace(kubelet, 'bootstrap'),
    },
  ];
}

/** Written in a way the kubelet does not read: flag-unknown and flag-malformed say so. */
function isMeant({ commandLines }: KubeletInView): boolean {
  return commandLines.some(({ value: { arguments: words } }) =>
    words.some((word) => {
      const text = word.type === 'flag' ? word.flag.name : word.type === 'stray' ? word.stray.text : '';
      return /^rotatecertificates?(?:=|$)/.test(text.toLowerCase().replaceAll(/[^a-z=]/g, ''));
    }),
  );
}

interface Repair {
  readonly path: string;
  readonly range: Range;
  readonly fixes: readonly DraftFix[];
}

function inConfiguration(kubelet: KubeletInView, cluster: Cluster, { kubernetes }: RuleContext): Repair | undefined {
  const { configuration } = kubelet;
  if (!configuration) return undefined;
  const { path, value: document } = configuration;
  const field = kubernetes.configFields.field(document.apiVersion, ['rotateCertificates'], cluster.target.release);
  if (field?.state !== 'known') return undefined;
  const edits = document.editor.set(['rotateCertificates'], 'true');
  return { path, range: document.headRange, fixes: edits ? [{ title: 'setField', safe: true, edits }] : [] };
}

function onCommandLine(kubelet: KubeletInView): Repair | undefined {
  const line = commandLineToExtend(kubelet);
  if (!line) return undefined;
  const edits = line.value.editor.add('--rotate-certificates');
  return {
    path: line.path,
    range: line.value.headRange,
    fixes: edits ? [{ title: 'addFlag', safe: true, edits }] : [],
  };
}
