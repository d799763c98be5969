import { binaryInstall } from '../clusters/binaryInstall';
import { leastPrivilege } from '../condition';
import { exercise } from '../exercise';

export const tokenRefused = exercise({
  id: 'token-refused',
  release: '1.30',
  files: binaryInstall({ version: '1.30.4', apiServer: [] }),
  opens: 'kube-apiserver.service',
  conditions: [{ type: 'ready-on-day', day: 1 }, ...leastPrivilege],
  explainedBy: ['bootstrap-auth-disabled', 'bootstrap-token-invalid'],
  shownBy: { scenario: 'wrong-token', step: 'authenticate' },
  isOftenReadOtherwise: true,
});
