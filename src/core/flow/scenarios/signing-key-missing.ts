import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';
import { bareControllerManagerUnit } from '../scenarioUnits';

export const signingKeyMissing = brokenScenario({
  id: 'signing-key-missing',
  release: '1.20',
  era: ['1.19', '1.36'],
  stops: 'sign',
  files: clusterFiles({
    controllerManagerUnit: bareControllerManagerUnit('--use-service-account-credentials=true', '--controllers=*'),
  }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, until: 1800 },
});
