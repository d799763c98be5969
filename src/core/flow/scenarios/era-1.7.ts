import { apiServerUnit, controllerManagerUnit, kubeletUnit } from '../scenarioUnits';
import { bindingsFile, scenario, usualBindings } from '../scenario';

const ROLES = ['nodeclient', 'selfnodeclient', 'selfnodeserver']
  .map(
    (permission) => `apiVersion: rbac.authorization.k8s.io/v1beta1
kind: ClusterRole
metadata:
  name: approve-${permission}
rules:
- apiGroups: ["certificates.k8s.io"]
  resources: ["certificatesigningrequests/${permission}"]
  verbs: ["create"]
---
`,
  )
  .join('');

const DAY = 86_400;

export const era17 = scenario({
  id: 'era-1.7',
  release: '1.7',
  era: ['1.7', '1.7'],
  stops: 'expire',
  files: [
    {
      path: 'kubelet.service',
      text: kubeletUnit(
        '--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig',
        '--kubeconfig=/etc/kubernetes/kubelet.kubeconfig',
        '--require-kubeconfig',
        '--cert-dir=/etc/kubernetes/ssl',
        '--feature-gates=RotateKubeletClientCertificate=true,RotateKubeletServerCertificate=true',
      ),
    },
    { path: 'kube-apiserver.service', text: apiServerUnit('--token-auth-file=/etc/kubernetes/token.csv') },
    {
      path: 'kube-controller-manager.service',
      text: controllerManagerUnit(
        '--experimental-cluster-signing-duration=8760h',
        '--feature-gates=RotateKubeletServerCertificate=true',
      ),
    },
    {
      path: 'bootstrap-rbac.yaml',
      text:
        ROLES +
        bindingsFile('v1beta1', [
          { ...usualBindings.ask, kind: 'User', subject: 'kubelet-bootstrap' },
          { ...usualBindings.first, role: 'approve-nodeclient' },
          { ...usualBindings.renew, role: 'approve-selfnodeclient' },
          {
            name: 'node-server-auto-renew-crt',
            role: 'approve-selfnodeserver',
            kind: 'Group',
            subject: 'system:nodes',
          },
        ]),
    },
  ],
  run: {
    bootstrapToken: { username: 'kubelet-bootstrap', groups: ['system:bootstrappers'] },
    until: 400 * DAY,
    operations: [
      { t: 366 * DAY, type: 'stop-kubelet' },
      { t: 366 * DAY + 5, type: 'start-kubelet', bootstrapKubeconfig: true },
    ],
  },
});
