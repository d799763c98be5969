import type { Cluster, KubeletInView } from '../../../cluster/cluster';
import { kubeconfigOf } from '../../../cluster/kubeconfigInView';
import { baseName } from '../../../cluster/paths';
import { valueIn } from '../../../cluster/setting';
import { currentContextOf, type KubeconfigUser } from '../../../documents/kubeconfig/kubeconfigDocument';
import { scalarText } from '../../../documents/yaml/layout';
import { isAtLeast } from '../../../kubernetes/release';
import type { TextEdit } from '../../../text/edit';
import type { Range } from '../../../text/range';
import type { ClusterRule, Draft, DraftFix } from '../../rule';

const CURRENT = 'kubelet-client-current.pem';

export const rule: ClusterRule = {
  id: 'client-certificate-embedded',
  group: 'C',
  severity: 'warning',
  scope: 'cluster',
  lifeCycle: false,
  step: 'bootstrap-again',
  messages: {
    embedded:
      'Renewed certificates go to kubelet-client-current.pem and never in here: once the certificate in this file has ended, a restarted kubelet starts with it and is answered 401, or bootstraps anew.',
    file: 'Renewed certificates go to kubelet-client-current.pem, not to this file: once its certificate has ended, a restarted kubelet starts with it and is answered 401, or bootstraps anew.',
    rotates: 'This kubelet renews its certificate.',
    point: 'Take certificate and key from {path}',
  },
  check: (cluster) => cluster.kubelets.flatMap((kubelet) => checkKubelet(kubelet, cluster)),
};

/** Up to 1.10 the kubelet itself names kubelet-client.crt there (behaviour `boot.files`). */
function checkKubelet(kubelet: KubeletInView, cluster: Cluster): readonly Draft[] {
  const { rotateCertificates: rotates } = kubelet;
  if (!isAtLeast(cluster.target.release, '1.11') || rotates.state !== 'set' || !rotates.value) return [];
  const kubeconfig = kubeconfigOf(cluster, kubelet);
  const user = kubeconfig && currentContextOf(kubeconfig.value).user;
  const place = user && fixedCertificate(user);
  if (!place) return [];
  const { path } = kubeconfig;
  return [
    {
      path,
      range: place.range,
      message: place.message,
      related: [{ ...rotates.origin, message: 'rotates' }],
      fixes: point(path, user, kubelet),
    },
  ];
}

function fixedCertificate(user: KubeconfigUser): { readonly range: Range; readonly message: string } | undefined {
  const { clientCertificateData: data, clientCertificate: file } = user;
  if (data) return data.templated ? undefined : { range: data.keyRange, message: 'embedded' };
  if (!file || file.templated || baseName(file.value) === CURRENT) return undefined;
  return { range: file.range, message: 'file' };
}

/** The file is there once the kubelet has renewed: a person has to look. */
function point(path: string, user: KubeconfigUser, kubelet: KubeletInView): readonly DraftFix[] {
  const folder = valueIn(kubelet.certificateDirectory) ?? '/var/lib/kubelet/pki';
  const current = `${folder.replace(/\/$/, '')}/${CURRENT}`;
  const certificate = user.clientCertificateData ?? user.clientCertificate;
  const key = user.clientKeyData ?? user.clientKey;
  if (
    !certificate ||
    !key ||
    (user.clientCertificateData && user.clientCertificate) ||
    (user.clientKeyData && user.clientKey)
  )
    return [];
  const edits = [
    ...rewrite(path, certificate, 'client-certificate', user.clientCertificateData !== undefined, current),
    ...rewrite(path, key, 'client-key', user.clientKeyData !== undefined, current),
  ];
  return [{ title: 'point', params: { path: current }, safe: false, edits }];
}

/** JSON is known by its key in quotes: there the value has to stand in quotes as well. */
function rewrite(
  path: string,
  { keyRange, range }: { readonly keyRange: Range; readonly range: Range },
  name: string,
  isData: boolean,
  value: string,
): readonly TextEdit[] {
  const written = isData ? `${name}-data` : name;
  const isQuoted = keyRange.end - keyRange.start === written.length + 2;
  const key = isData ? [{ path, range: keyRange, newText: isQuoted ? JSON.stringify(name) : name }] : [];
  return [...key, { path, range, newText: isQuoted ? JSON.stringify(value) : scalarText(value) }];
}
