import { usualBindings } from '../../flow/scenario';
import { binaryInstall } from '../clusters/binaryInstall';
import { leastPrivilege } from '../condition';
import { exercise } from '../exercise';

export const firstApproval = exercise({
  id: 'first-approval',
  release: '1.36',
  files: binaryInstall({ version: '1.36.0', bindings: [usualBindings.ask, usualBindings.renew] }),
  opens: 'bootstrap-rbac.yaml',
  conditions: [{ type: 'ready-on-day', day: 1 }, ...leastPrivilege],
  explainedBy: ['csr-approval-unbound'],
  shownBy: { scenario: 'manual-approval', step: 'approve' },
  isOftenReadOtherwise: true,
});
