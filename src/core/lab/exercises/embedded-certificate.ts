import { DAY } from '../../flow/scenarioRun';
import { embeddedKubeconfig } from '../clusters/credentials';
import { kubeadm } from '../clusters/kubeadm';
import { exercise } from '../exercise';

export const embeddedCertificate = exercise({
  id: 'embedded-certificate',
  release: '1.29',
  files: [
    embeddedKubeconfig,
    ...kubeadm({ version: '1.29.3' }).filter(({ path }) => path !== 'bootstrap-kubelet.conf'),
  ],
  opens: 'kubelet.conf',
  hasJoined: true,
  run: {
    until: 420 * DAY,
    bootstrapKubeconfigLasts: -1,
    operations: [
      { t: 380 * DAY, type: 'stop-kubelet' },
      { t: 380 * DAY + 60, type: 'start-kubelet', bootstrapKubeconfig: true },
    ],
  },
  conditions: [
    { type: 'ready-on-day', day: 400 },
    { type: 'client-certificates-live', atMost: 366 },
  ],
  explainedBy: ['client-certificate-embedded'],
  shownBy: { scenario: 'embedded-certificate', step: 'bootstrap-again' },
  isOftenReadOtherwise: true,
});
