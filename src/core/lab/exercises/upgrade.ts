import { guide2018, guideBindings, guideRbac } from '../clusters/guide2018';
import { exercise } from '../exercise';

export const upgrade = exercise({
  id: 'upgrade',
  release: '1.30',
  files: guide2018({
    version: '1.30.4',
    kubelet: [
      '--experimental-bootstrap-kubeconfig=/etc/kubernetes/bootstrap.kubeconfig',
      '--rotate-certificates',
      '--feature-gates=RotateKubeletClientCertificate=true',
      '--container-runtime-endpoint=unix:///run/containerd/containerd.sock',
    ],
    apiServer: [
      '--service-account-issuer=https://kubernetes.default.svc',
      '--service-account-signing-key-file=/etc/kubernetes/ssl/sa.key',
    ],
    controllerManager: ['--address=127.0.0.1', '--experimental-cluster-signing-duration=8760h'],
    rbac: guideRbac(guideBindings.ask, guideBindings.first, guideBindings.renew),
  }),
  opens: 'kubelet',
  conditions: [
    { type: 'ready-on-day', day: 400 },
    { type: 'renewed' },
    { type: 'quiet', rule: 'flag-removed' },
    { type: 'quiet', rule: 'feature-gate-removed' },
  ],
  explainedBy: ['flag-removed', 'feature-gate-removed'],
  shownBy: { scenario: 'upgrade-removed-gate', step: 'kubelet-start' },
  isOftenReadOtherwise: true,
});
