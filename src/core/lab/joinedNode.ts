import type { Cluster } from '../cluster/cluster';
import { kubeconfigOf } from '../cluster/kubeconfigInView';
import { baseName } from '../cluster/paths';
import { currentContextOf } from '../documents/kubeconfig/kubeconfigDocument';
import { DAY, type ExistingKubeconfig } from '../flow/scenarioRun';

/** What the certificate manager's symlink is called (behaviour `files.store`). */
const CURRENT = 'kubelet-client-current.pem';

/**
 * Returns the kubeconfig of a node that joined just before the play begins, as its file has it; undefined when the file is
 * not in view or names no certificate.
 */
export function joinedKubeconfig(cluster: Cluster): ExistingKubeconfig | undefined {
  const [kubelet] = cluster.kubelets;
  const kubeconfig = kubelet && kubeconfigOf(cluster, kubelet);
  const user = kubeconfig && currentContextOf(kubeconfig.value).user;
  const style = user && styleOf(user);
  return style && { style, notBefore: 0, notAfter: 365 * DAY };
}

type User = NonNullable<ReturnType<typeof currentContextOf>['user']>;

function styleOf({
  clientCertificate,
  clientCertificateData,
  clientKey,
  clientKeyData,
}: User): ExistingKubeconfig['style'] | undefined {
  // What is embedded wins over a path.
  if (clientCertificateData && clientKeyData) return 'embedded';
  if (clientCertificateData || clientKeyData || !clientCertificate || !clientKey) return undefined;
  const isCurrent = [clientCertificate, clientKey].every(({ value }) => baseName(value) === CURRENT);
  return isCurrent ? 'current-pem' : 'files';
}
