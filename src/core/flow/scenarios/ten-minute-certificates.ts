import { scenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const tenMinuteCertificates = scenario({
  id: 'ten-minute-certificates',
  release: '1.20',
  era: ['1.19', '1.21'],
  stops: 'create-csr',
  files: clusterFiles({
    configuration: ['rotateCertificates: true'],
    controllerManager: ['--cluster-signing-duration=10m0s'],
  }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, until: 3600 },
});
