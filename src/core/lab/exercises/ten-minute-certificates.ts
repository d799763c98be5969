import { guide2018, guideBindings, guideRbac } from '../clusters/guide2018';
import { exercise } from '../exercise';

export const tenMinuteCertificates = exercise({
  id: 'ten-minute-certificates',
  release: '1.8',
  files: guide2018({
    version: '1.8.4',
    kubelet: [
      '--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig',
      '--rotate-certificates',
      '--feature-gates=RotateKubeletClientCertificate=true',
    ],
    controllerManager: ['--experimental-cluster-signing-duration=10m0s'],
    rbac: guideRbac(guideBindings.ask, guideBindings.first, guideBindings.renew),
  }),
  opens: 'kube-controller-manager.service',
  conditions: [
    { type: 'ready-on-day', day: 400 },
    { type: 'renewed' },
    { type: 'client-certificates-live', atLeast: 30, atMost: 366 },
  ],
  explainedBy: ['signing-duration-short', 'signing-duration-long'],
  shownBy: { scenario: 'ten-minute-certificates', step: 'rotate' },
  isOftenReadOtherwise: true,
});
