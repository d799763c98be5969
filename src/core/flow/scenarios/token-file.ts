import { DAY } from '../scenarioRun';
import { scenario, usualBindings } from '../scenario';
import { bootstrapKubeconfig, clusterFiles } from '../scenarioFiles';

const TOKEN = '0123456789abcdef0123456789abcdef';

export const tokenFile = scenario({
  id: 'token-file',
  release: '1.20',
  era: ['1.14', '1.36'],
  stops: 'approve',
  files: [
    ...clusterFiles({
      configuration: ['rotateCertificates: true'],
      apiServer: ['--token-auth-file=/etc/kubernetes/token.csv'],
      bindings: [{ ...usualBindings.ask, kind: 'User', subject: 'kubelet-bootstrap' }, usualBindings.renew],
    }),
    { path: 'token.csv', text: `${TOKEN},kubelet-bootstrap,10001,"system:bootstrappers"\n` },
    bootstrapKubeconfig('bootstrap-kubelet.conf', TOKEN),
  ],
  run: { approveAfter: { client: 120 }, until: 400 * DAY },
});
