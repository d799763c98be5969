import type { Cluster, KubeletInView } from '../../../cluster/cluster';
import { isAtLeast } from '../../../kubernetes/release';
import type { TextEdit } from '../../../text/edit';
import { commandLineOf } from '../../commandLineToExtend';
import type { ClusterRule, Draft, DraftFix } from '../../rule';

export const rule: ClusterRule = {
  id: 'serving-certificate-fixed',
  group: 'D',
  severity: 'warning',
  scope: 'cluster',
  lifeCycle: false,
  step: 'serving-certificate',
  messages: {
    fixed:
      'Port 10250 has two certificates: clients that send a server name see the issued one, and clients that connect by IP address still see {file}, which nobody renews.',
    asked: 'Serving certificates are asked for here.',
    removeFile: 'Remove the fixed certificate and its key',
    removeSwitch: 'Ask for no serving certificate',
  },
  check: (cluster) => cluster.kubelets.flatMap((kubelet) => checkKubelet(kubelet, cluster)),
};

function checkKubelet(kubelet: KubeletInView, { target }: Cluster): readonly Draft[] {
  const { serverTLSBootstrap: asked, tlsCertFile: file } = kubelet;
  if (!isAtLeast(target.release, '1.11') || asked.state !== 'set' || !asked.value) return [];
  if (file.state !== 'set' || file.value === '') return [];
  const files = [
    ...removeSetting(kubelet, 'tls-cert-file', 'tlsCertFile'),
    ...removeSetting(kubelet, 'tls-private-key-file', 'tlsPrivateKeyFile'),
  ];
  return [
    {
      ...file.origin,
      message: 'fixed',
      params: { file: file.value },
      related: [{ ...asked.origin, message: 'asked' }],
      fixes: [
        ...fix('removeFile', files),
        ...fix('removeSwitch', removeSetting(kubelet, 'rotate-server-certificates', 'serverTLSBootstrap')),
      ],
    },
  ];
}

/** Which of the two is meant only a person can tell. The first two items of a list in one line cannot be removed one by one. */
function fix(title: string, edits: readonly TextEdit[]): readonly DraftFix[] {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start);
  const overlaps = ordered.some((edit, index) => {
    const next = ordered[index + 1];
    return next?.path === edit.path && next.range.start < edit.range.end;
  });
  return edits.length > 0 && !overlaps ? [{ title, safe: false, edits }] : [];
}

function removeSetting(kubelet: KubeletInView, flag: string, field: string): readonly TextEdit[] {
  const flags = kubelet
    .flags(flag)
    .flatMap(({ value }) => commandLineOf(kubelet, value)?.value.editor.remove(value) ?? []);
  return [...flags, ...kubelet.configurations.flatMap(({ value }) => value.editor.remove([field]) ?? [])];
}
