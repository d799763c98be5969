import { brokenScenario, usualBindings } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const csrDenied = brokenScenario({
  id: 'csr-denied',
  release: '1.20',
  era: ['1.8', '1.36'],
  stops: 'approve',
  files: clusterFiles({ bindings: [usualBindings.ask] }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, restartAfter: 10, operations: [{ t: 300, type: 'deny-csr', csr: 'client' }] },
});
