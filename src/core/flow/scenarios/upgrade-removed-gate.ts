import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';

export const upgradeRemovedGate = brokenScenario({
  id: 'upgrade-removed-gate',
  release: '1.21',
  era: ['1.21', '1.21'],
  stops: 'kubelet-start',
  files: clusterFiles({
    configuration: ['rotateCertificates: true'],
    kubelet: ['--feature-gates=RotateKubeletClientCertificate=true'],
  }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, restartAfter: 10 },
});
