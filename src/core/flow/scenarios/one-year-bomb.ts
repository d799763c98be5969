import { apiServerUnit, controllerManagerUnit, kubeletUnit } from '../scenarioUnits';
import { bindingsFile, brokenScenario, usualBindings } from '../scenario';

export const oneYearBomb = brokenScenario({
  id: 'one-year-bomb',
  release: '1.12',
  era: ['1.8', '1.36'],
  stops: 'expire',
  files: [
    {
      path: 'kubelet.service',
      text: kubeletUnit(
        '--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig',
        '--kubeconfig=/etc/kubernetes/kubelet.kubeconfig',
        '--cert-dir=/etc/kubernetes/ssl',
      ),
    },
    { path: 'kube-apiserver.service', text: apiServerUnit('--token-auth-file=/etc/kubernetes/token.csv') },
    { path: 'kube-controller-manager.service', text: controllerManagerUnit() },
    {
      path: 'bootstrap-rbac.yaml',
      text: bindingsFile('v1', [
        { ...usualBindings.ask, kind: 'User', subject: 'kubelet-bootstrap' },
        usualBindings.first,
      ]),
    },
  ],
  run: {
    bootstrapToken: { username: 'kubelet-bootstrap', groups: ['system:bootstrappers'] },
    restartAfter: 10,
  },
});
