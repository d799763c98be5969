import { scenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const servingApprover = scenario({
  id: 'serving-approver',
  release: '1.30',
  era: ['1.14', '1.36'],
  files: clusterFiles({ configuration: ['rotateCertificates: true', 'serverTLSBootstrap: true'] }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, servingApproverAfter: 15 },
});
