import { DAY } from '../../flow/scenarioRun';
import { guide2018, guideRbac17 } from '../clusters/guide2018';
import { exercise } from '../exercise';

export const rotation17 = exercise({
  id: 'rotation-1.7',
  release: '1.7',
  files: guide2018({
    version: '1.7.5',
    kubelet: ['--bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig', '--require-kubeconfig'],
    controllerManager: ['--experimental-cluster-signing-duration=8760h'],
    rbac: guideRbac17,
  }),
  opens: 'kubelet',
  run: {
    until: 420 * DAY,
    operations: [
      { t: 350 * DAY, type: 'stop-kubelet' },
      { t: 350 * DAY + 60, type: 'start-kubelet', bootstrapKubeconfig: true },
    ],
  },
  conditions: [
    { type: 'ready-on-day', day: 400 },
    { type: 'client-certificates-live', atMost: 366 },
  ],
  explainedBy: ['client-rotation-gate-missing', 'renewal-approval-unbound'],
  shownBy: { scenario: 'era-1.7', step: 'rotate' },
  isOftenReadOtherwise: true,
});
