import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';
import { DAY } from '../scenarioRun';

export const tenYearCertificates = brokenScenario({
  id: 'ten-year-certificates',
  release: '1.30',
  era: ['1.19', '1.36'],
  stops: 'expire',
  files: clusterFiles({ controllerManager: ['--cluster-signing-duration=87600h'] }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, until: 3660 * DAY },
});
