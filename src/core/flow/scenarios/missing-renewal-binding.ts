import { brokenScenario, usualBindings } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';
import { DAY } from '../scenarioRun';

export const missingRenewalBinding = brokenScenario({
  id: 'missing-renewal-binding',
  release: '1.20',
  era: ['1.14', '1.36'],
  stops: 'renewal-approve',
  files: clusterFiles({
    configuration: ['rotateCertificates: true'],
    bindings: [usualBindings.ask, usualBindings.first],
  }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, bootstrapTokenLasts: 90 * DAY },
});
