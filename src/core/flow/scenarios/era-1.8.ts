import { apiServerUnit, controllerManagerUnit, kubeletUnit } from '../scenarioUnits';
import { bindingsFile, scenario, usualBindings } from '../scenario';

export const era18 = scenario({
  id: 'era-1.8',
  release: '1.8',
  era: ['1.8', '1.10'],
  files: [
    {
      path: 'kubelet.service',
      text: kubeletUnit(
        '--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig',
        '--kubeconfig=/etc/kubernetes/kubelet.kubeconfig',
        '--cert-dir=/etc/kubernetes/ssl',
        '--rotate-certificates',
        '--feature-gates=RotateKubeletServerCertificate=true',
      ),
    },
    {
      path: 'kube-apiserver.service',
      text: apiServerUnit('--enable-bootstrap-token-auth=true', '--feature-gates=RotateKubeletServerCertificate=true'),
    },
    {
      path: 'kube-controller-manager.service',
      text: controllerManagerUnit(
        '--experimental-cluster-signing-duration=8760h',
        '--feature-gates=RotateKubeletServerCertificate=true',
      ),
    },
    {
      path: 'bootstrap-rbac.yaml',
      text: bindingsFile('v1', [
        usualBindings.ask,
        usualBindings.first,
        usualBindings.renew,
        {
          name: 'node-server-auto-renew-crt',
          role: 'system:certificates.k8s.io:certificatesigningrequests:selfnodeserver',
          kind: 'Group',
          subject: 'system:nodes',
        },
      ]),
    },
  ],
  run: { bootstrapToken: { username: 'system:bootstrap:07401b', groups: ['system:bootstrappers'] } },
});
