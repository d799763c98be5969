import { brokenScenario } from '../scenario';
import { BOOTSTRAP_TOKEN, clusterFiles } from '../scenarioFiles';
import { DAY, type RequestByHand } from '../scenarioRun';

const byHand: RequestByHand = {
  t: 3600,
  as: 'bootstrap-token',
  method: 'POST',
  path: '/apis/certificates.k8s.io/v1/certificatesigningrequests',
  body: {
    name: 'by-hand',
    csr: {
      commonName: 'system:node:any-node',
      organizations: ['system:nodes'],
      signerName: 'kubernetes.io/kube-apiserver-client-kubelet',
      usages: ['digital signature', 'client auth'],
    },
  },
};

export const tokenHolder = brokenScenario({
  id: 'token-holder',
  release: '1.30',
  era: ['1.25', '1.36'],
  files: clusterFiles({ configuration: ['rotateCertificates: true'] }),
  run: { bootstrapToken: BOOTSTRAP_TOKEN, requests: [byHand], until: DAY },
});
