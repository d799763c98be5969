import type { Cluster, KubeletInView } from '../../../cluster/cluster';
import { valueIn } from '../../../cluster/setting';
import { settingRule } from '../../settingRule';

export const rule = settingRule({
  id: 'apiserver-kubelet-ca-missing',
  severity: 'info',
  step: 'serving-certificate',
  messages: {
    missing:
      'kube-apiserver does not check who answers on port 10250: whoever stands in between can read and change logs and commands.',
    asked: 'Here the kubelet asks for a certificate that could be checked.',
    set: 'Set {setting}',
  },
  components: ({ apiServers }) => apiServers,
  flag: 'kubelet-certificate-authority',
  problem: ({ value = '' }, _server, { cluster }) => {
    if (value !== '' || cluster.kubelets.some(isSelfSigned)) return undefined;
    const asked = cluster.kubelets.flatMap(({ serverTLSBootstrap: setting }) =>
      setting.state === 'set' && setting.value ? [{ ...setting.origin, message: 'asked' }] : [],
    );
    return { message: 'missing', related: asked, repair: asked.length > 0 ? signingCertificate(cluster) : undefined };
  },
});

/** With an authority kube-apiserver would refuse it (trace 07b); that it is self-signed is the kubelet's matter. */
function isSelfSigned({ serverTLSBootstrap, tlsCertFile }: KubeletInView): boolean {
  return serverTLSBootstrap.state !== 'unknown' && serverTLSBootstrap.value !== true && tlsCertFile.state === 'absent';
}

function signingCertificate({ controllerManager }: Cluster): string | undefined {
  const setting = controllerManager?.flag('cluster-signing-cert-file');
  const path = setting && valueIn(setting);
  return path === '' ? undefined : path;
}
