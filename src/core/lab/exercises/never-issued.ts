import { kubeadm } from '../clusters/kubeadm';
import { exercise } from '../exercise';

export const neverIssued = exercise({
  id: 'never-issued',
  release: '1.29',
  files: kubeadm({ version: '1.29.3', controllers: '*,bootstrapsigner,tokencleaner,-csrsigning' }),
  opens: 'kube-controller-manager.yaml',
  conditions: [{ type: 'ready-on-day', day: 1 }],
  explainedBy: ['csr-controller-disabled', 'signing-key-missing'],
  shownBy: { scenario: 'signing-key-missing', step: 'sign' },
});
