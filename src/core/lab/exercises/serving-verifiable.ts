import { binaryInstall } from '../clusters/binaryInstall';
import { leastPrivilege } from '../condition';
import { exercise } from '../exercise';

export const servingVerifiable = exercise({
  id: 'serving-verifiable',
  release: '1.30',
  files: binaryInstall({ version: '1.30.4' }),
  opens: 'kubelet-config.yaml',
  conditions: [
    { type: 'ready-on-day', day: 400 },
    { type: 'serving-certificate' },
    { type: 'quiet', rule: 'serving-rotation-missing' },
    { type: 'quiet', rule: 'apiserver-kubelet-ca-missing' },
    ...leastPrivilege,
  ],
  explainedBy: [
    'serving-rotation-missing',
    'serving-approval-none',
    'apiserver-kubelet-ca-missing',
    'selfnodeserver-dead',
  ],
  shownBy: { scenario: 'serving-nobody-approves', step: 'serving-approve' },
  isOftenReadOtherwise: true,
});
