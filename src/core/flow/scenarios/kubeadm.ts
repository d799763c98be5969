import { scenario, usualBindings } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';
import { DAY } from '../scenarioRun';

const GROUP = 'system:bootstrappers:kubeadm:default-node-token';

const KUBEADM_TOKEN = { username: BOOTSTRAP_TOKEN.username, groups: ['system:bootstrappers', GROUP] };

const KUBEADM_BINDINGS = [
  { ...usualBindings.ask, name: 'kubeadm:kubelet-bootstrap', subject: GROUP },
  { ...usualBindings.first, name: 'kubeadm:node-autoapprove-bootstrap', subject: GROUP },
  { ...usualBindings.renew, name: 'kubeadm:node-autoapprove-certificate-rotation' },
];

export const kubeadm = scenario({
  id: 'kubeadm',
  release: '1.36',
  era: ['1.14', '1.36'],
  files: clusterFiles({ configuration: ['rotateCertificates: true'], bindings: KUBEADM_BINDINGS }),
  run: { bootstrapToken: KUBEADM_TOKEN, bootstrapTokenLasts: DAY, bootstrapKubeconfigLasts: 60 },
});
