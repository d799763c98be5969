import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const apiServerOtherCa = brokenScenario({
  id: 'api-server-other-ca',
  release: '1.20',
  files: clusterFiles({}),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, apiServerFault: 'other-ca', restartAfter: 10 },
});
