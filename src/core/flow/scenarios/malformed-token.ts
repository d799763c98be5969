import { brokenScenario } from '../scenario';
import { bootstrapKubeconfig, clusterFiles } from '../scenarioFiles';

export const malformedToken = brokenScenario({
  id: 'malformed-token',
  release: '1.20',
  files: [...clusterFiles({}), bootstrapKubeconfig('bootstrap-kubelet.conf', 'token-without-a-dot')],
  run: { bootstrapToken: 'unknown', restartAfter: 10 },
});
