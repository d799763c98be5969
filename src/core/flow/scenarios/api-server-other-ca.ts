import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const apiServerOtherCa = brokenScenario({
  id: 'api-server-other-ca',
  release: '1.20',
  era: ['1.8', '1.36'],
  stops: 'create-csr',
  files: clusterFiles({}),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, apiServerFault: 'other-ca', restartAfter: 10 },
});
