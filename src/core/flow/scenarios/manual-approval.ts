import { scenario, usualBindings } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const manualApproval = scenario({
  id: 'manual-approval',
  release: '1.20',
  era: ['1.14', '1.36'],
  stops: 'approve',
  files: clusterFiles({
    configuration: ['rotateCertificates: true'],
    bindings: [usualBindings.ask, usualBindings.renew],
  }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, approveAfter: { client: 420 } },
});
