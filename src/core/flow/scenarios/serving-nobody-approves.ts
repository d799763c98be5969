import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const servingNobodyApproves = brokenScenario({
  id: 'serving-nobody-approves',
  release: '1.30',
  era: ['1.14', '1.36'],
  stops: 'serving-approve',
  files: clusterFiles({ configuration: ['rotateCertificates: true', 'serverTLSBootstrap: true'] }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN },
});
