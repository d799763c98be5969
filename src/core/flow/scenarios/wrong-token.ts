import { brokenScenario } from '../scenario';
import { clusterFiles } from '../scenarioFiles';

export const wrongToken = brokenScenario({
  id: 'wrong-token',
  release: '1.20',
  files: clusterFiles({}),
  run: { bootstrapToken: 'unknown', restartAfter: 10 },
});
