import { scenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const automaticApproval = scenario({
  id: 'automatic-approval',
  release: '1.20',
  era: ['1.14', '1.36'],
  files: clusterFiles({ configuration: ['rotateCertificates: true'] }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN },
});
