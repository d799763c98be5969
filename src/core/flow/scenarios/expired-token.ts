import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const expiredToken = brokenScenario({
  id: 'expired-token',
  release: '1.30',
  files: clusterFiles({ configuration: ['rotateCertificates: true'] }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, bootstrapTokenLasts: -1, restartAfter: 10 },
});
