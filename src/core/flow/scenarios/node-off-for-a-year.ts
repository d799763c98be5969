import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';
import { DAY } from '../scenarioRun';

export const nodeOffForAYear = brokenScenario({
  id: 'node-off-for-a-year',
  release: '1.36',
  era: ['1.14', '1.36'],
  stops: 'expire',
  files: clusterFiles({ configuration: ['rotateCertificates: true'] }),
  run: {
    bootstrapToken: BOOTSTRAP_TOKEN,
    bootstrapTokenLasts: DAY,
    bootstrapKubeconfigLasts: 60,
    restartAfter: 10,
    operations: [
      { t: 30 * DAY, type: 'stop-kubelet' },
      { t: 400 * DAY, type: 'start-kubelet', bootstrapKubeconfig: true },
    ],
  },
});
