import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';
import { DAY } from '../scenarioRun';

export const caChanged = brokenScenario({
  id: 'ca-changed',
  release: '1.20',
  era: ['1.14', '1.36'],
  stops: 'node-not-ready',
  files: clusterFiles({ configuration: ['rotateCertificates: true'] }),
  run: {
    bootstrapToken: BOOTSTRAP_TOKEN,
    apiServerFault: 'renewed-ca',
    apiServerFaultFrom: 100 * DAY,
    until: 400 * DAY,
  },
});
