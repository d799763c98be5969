import { guide2018, guideBindings, guideRbac } from '../clusters/guide2018';
import { exercise } from '../exercise';

export const oneYearBomb = exercise({
  id: 'one-year-bomb',
  release: '1.8',
  files: guide2018({
    version: '1.8.4',
    kubelet: [
      '--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig',
      '--feature-gates=RotateKubeletClientCertificate=true',
    ],
    controllerManager: ['--experimental-cluster-signing-duration=8760h'],
    rbac: guideRbac(guideBindings.ask, guideBindings.first, guideBindings.renew),
  }),
  opens: 'kubelet',
  conditions: [
    { type: 'ready-on-day', day: 400 },
    { type: 'client-certificates-live', atMost: 366 },
  ],
  explainedBy: ['rotate-certificates-missing', 'signing-duration-long'],
  shownBy: { scenario: 'one-year-bomb', step: 'expire' },
  isOftenReadOtherwise: true,
});
