import { goBoolean } from '../../../cluster/goBoolean';
import { valueIn } from '../../../cluster/setting';
import type { KubeletInView } from '../../../cluster/cluster';
import { settingRule } from '../../settingRule';

export const rule = settingRule({
  id: 'kubelet-client-ca-missing',
  severity: 'warning',
  step: undefined,
  messages: {
    refused:
      'Without a client CA the kubelet knows nobody by certificate on port 10250, not even kube-apiserver: kubectl logs and exec are refused.',
    anonymous:
      'Without a client CA the kubelet knows nobody by certificate on port 10250: kube-apiserver itself counts as anonymous there.',
    missing: 'Without a client CA the kubelet knows nobody by certificate on port 10250, kube-apiserver included.',
    apiServer: 'The clients that kube-apiserver knows have certificates of this CA.',
    set: 'Set {setting}',
  },
  components: ({ kubelets }) => kubelets,
  flag: 'client-ca-file',
  problem: ({ value = '' }, kubelet, { cluster }) => {
    if (value !== '') return undefined;
    const authority = cluster.apiServer?.flag('client-ca-file');
    const isKnown = authority?.state === 'set' && authority.value !== '';
    return {
      message: consequence(kubelet),
      related: isKnown ? [{ ...authority.origin, message: 'apiServer' }] : [],
      repair: isKnown ? authority.value : undefined,
    };
  },
});

/** What becomes of kube-apiserver depends on the anonymous requests, where that is known. */
function consequence(kubelet: KubeletInView): string {
  const isAnonymousLetIn = goBoolean(valueIn(kubelet.effective('anonymous-auth')) ?? '');
  if (isAnonymousLetIn === undefined) return 'missing';
  return isAnonymousLetIn ? 'anonymous' : 'refused';
}
