import { brokenScenario, usualBindings } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const csrDenied = brokenScenario({
  id: 'csr-denied',
  release: '1.20',
  files: clusterFiles({ bindings: [usualBindings.ask] }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, restartAfter: 10, operations: [{ t: 300, type: 'deny-csr', csr: 'client' }] },
});
