import { apiServerUnit, controllerManagerUnit, kubeletUnit } from '../scenarioUnits';
import { bindingsFile, brokenScenario, usualBindings } from '../scenario';

export const missingNodeBootstrapper = brokenScenario({
  id: 'missing-node-bootstrapper',
  release: '1.20',
  era: ['1.7', '1.36'],
  stops: 'authorize-create',
  files: [
    {
      path: 'kubelet.service',
      text: kubeletUnit(
        '--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig',
        '--kubeconfig=/etc/kubernetes/kubelet.kubeconfig',
        '--cert-dir=/var/lib/kubelet/pki',
      ),
    },
    { path: 'kube-apiserver.service', text: apiServerUnit('--token-auth-file=/etc/kubernetes/token.csv') },
    { path: 'kube-controller-manager.service', text: controllerManagerUnit() },
    { path: 'bootstrap-rbac.yaml', text: bindingsFile('v1', [usualBindings.first, usualBindings.renew]) },
  ],
  run: {
    bootstrapToken: { username: 'kubelet-bootstrap', groups: ['system:bootstrappers'] },
    restartAfter: 3,
  },
});
