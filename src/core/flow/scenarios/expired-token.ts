import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const expiredToken = brokenScenario({
  id: 'expired-token',
  release: '1.30',
  era: ['1.14', '1.36'],
  stops: 'authenticate',
  files: clusterFiles({ configuration: ['rotateCertificates: true'] }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, bootstrapTokenLasts: -1, restartAfter: 10 },
});
