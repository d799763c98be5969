import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';
import { DAY } from '../scenarioRun';

export const embeddedCertificate = brokenScenario({
  id: 'embedded-certificate',
  release: '1.16',
  era: ['1.11', '1.36'],
  stops: 'expire',
  files: clusterFiles({ configuration: ['rotateCertificates: true'] }),
  run: {
    bootstrapToken: BOOTSTRAP_TOKEN,
    bootstrapKubeconfigLasts: -1,
    until: 400 * DAY,
    restartAfter: 10,
    existingKubeconfig: { style: 'embedded', notBefore: 0, notAfter: 365 * DAY },
    operations: [
      { t: 366 * DAY, type: 'stop-kubelet' },
      { t: 366 * DAY + 5, type: 'start-kubelet', bootstrapKubeconfig: true },
    ],
  },
});
