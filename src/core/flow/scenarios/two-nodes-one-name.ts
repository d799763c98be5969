import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';
import { DAY } from '../scenarioRun';

export const twoNodesOneName = brokenScenario({
  id: 'two-nodes-one-name',
  release: '1.30',
  era: ['1.14', '1.36'],
  stops: 'register-node',
  files: clusterFiles({ kubelet: ['--hostname-override=node-1'], configuration: ['rotateCertificates: true'] }),
  run: {
    bootstrapToken: BOOTSTRAP_TOKEN,
    machine: 'machine-1',
    furtherKubelets: [{ machine: 'machine-2', startsAfter: 60, nodeAddress: '10.77.1.2' }],
    until: DAY,
  },
});
