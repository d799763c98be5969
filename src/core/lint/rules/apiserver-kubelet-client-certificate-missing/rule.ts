import type { Cluster } from '../../../cluster/cluster';
import { goBoolean } from '../../../cluster/goBoolean';
import type { DraftRelated } from '../../rule';
import { settingRule } from '../../settingRule';

export const rule = settingRule({
  id: 'apiserver-kubelet-client-certificate-missing',
  severity: 'info',
  step: undefined,
  messages: {
    missing:
      'kube-apiserver shows kubelets no certificate: those that refuse anonymous requests refuse its kubectl logs and kubectl exec.',
    refuses: 'This kubelet refuses anonymous requests.',
  },
  components: ({ apiServers }) => apiServers,
  flag: 'kubelet-client-certificate',
  problem: ({ value = '' }, _server, { cluster }) =>
    value === '' ? { message: 'missing', related: refusing(cluster) } : undefined,
});

function refusing({ kubelets }: Cluster): readonly DraftRelated[] {
  return kubelets.flatMap((kubelet) => {
    const setting = kubelet.effective('anonymous-auth');
    return setting.state === 'set' && goBoolean(setting.value) === false
      ? [{ ...setting.origin, message: 'refuses' }]
      : [];
  });
}
