import { apiServerUnit, controllerManagerUnit, kubeletUnit } from '../scenarioUnits';
import { bindingsFile, scenario, usualBindings } from '../scenario';

const KUBELET_CONFIGURATION = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
  webhook:
    enabled: true
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
authorization:
  mode: Webhook
rotateCertificates: true
serverTLSBootstrap: true
`;

export const today = scenario({
  id: 'today',
  release: '1.36',
  era: ['1.14', '1.36'],
  files: [
    {
      path: 'kubelet.service',
      text: kubeletUnit(
        '--bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf',
        '--kubeconfig=/etc/kubernetes/kubelet.conf',
        '--config=/var/lib/kubelet/config.yaml',
      ),
    },
    { path: 'config.yaml', text: KUBELET_CONFIGURATION },
    { path: 'kube-apiserver.service', text: apiServerUnit('--enable-bootstrap-token-auth=true') },
    { path: 'kube-controller-manager.service', text: controllerManagerUnit() },
    {
      path: 'bootstrap-rbac.yaml',
      text: bindingsFile('v1', [usualBindings.ask, usualBindings.first, usualBindings.renew]),
    },
  ],
  run: {
    bootstrapToken: { username: 'system:bootstrap:07401b', groups: ['system:bootstrappers'] },
    approveAfter: { serving: 300 },
    restartAfter: 10,
  },
});
