import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const servingNobodyApproves = brokenScenario({
  id: 'serving-nobody-approves',
  release: '1.30',
  files: clusterFiles({ configuration: ['rotateCertificates: true', 'serverTLSBootstrap: true'] }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN },
});
