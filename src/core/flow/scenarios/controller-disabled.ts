import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const controllerDisabled = brokenScenario({
  id: 'controller-disabled',
  release: '1.20',
  era: ['1.14', '1.36'],
  stops: 'approve',
  files: clusterFiles({
    configuration: ['rotateCertificates: true'],
    controllerManager: ['--controllers=*,-csrapproving'],
  }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, until: 3000 },
});
