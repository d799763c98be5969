import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';
import { DAY } from '../scenarioRun';

export const bombWithoutBootstrapFile = brokenScenario({
  id: 'bomb-without-bootstrap-file',
  release: '1.20',
  era: ['1.9', '1.36'],
  stops: 'expire',
  files: clusterFiles({}),
  run: {
    bootstrapToken: BOOTSTRAP_TOKEN,
    until: 400 * DAY,
    bootstrapKubeconfigLasts: DAY,
    restartAfter: 10,
    operations: [
      { t: 366 * DAY, type: 'stop-kubelet' },
      { t: 366 * DAY + 5, type: 'start-kubelet', bootstrapKubeconfig: true },
    ],
  },
});
