import { brokenScenario } from '../scenario';
import { bootstrapKubeconfig, clusterFiles } from '../scenarioFiles';

export const malformedToken = brokenScenario({
  id: 'malformed-token',
  release: '1.20',
  era: ['1.8', '1.36'],
  stops: 'authenticate',
  files: [...clusterFiles({}), bootstrapKubeconfig('bootstrap-kubelet.conf', 'token-without-a-dot')],
  run: { bootstrapToken: 'unknown', restartAfter: 10 },
});
