import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';
import { DAY } from '../scenarioRun';

export const tenYearCertificates = brokenScenario({
  id: 'ten-year-certificates',
  release: '1.30',
  files: clusterFiles({ controllerManager: ['--cluster-signing-duration=87600h'] }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, until: 3660 * DAY },
});
