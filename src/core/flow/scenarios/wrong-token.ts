import { brokenScenario } from '../scenario';
import { clusterFiles } from '../scenarioFiles';

export const wrongToken = brokenScenario({
  id: 'wrong-token',
  release: '1.20',
  era: ['1.8', '1.36'],
  stops: 'authenticate',
  files: clusterFiles({}),
  run: { bootstrapToken: 'unknown', restartAfter: 10 },
});
