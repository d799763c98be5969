import { usualBindings } from '../../flow/scenario';
import { binaryInstall } from '../clusters/binaryInstall';
import { leastPrivilege } from '../condition';
import { exercise } from '../exercise';

export const csrPermission = exercise({
  id: 'csr-permission',
  release: '1.36',
  files: binaryInstall({ version: '1.36.0', bindings: [usualBindings.first, usualBindings.renew] }),
  opens: 'bootstrap-rbac.yaml',
  conditions: [{ type: 'ready-on-day', day: 1 }, ...leastPrivilege],
  explainedBy: ['node-bootstrapper-unbound', 'bootstrap-cluster-admin'],
  shownBy: { scenario: 'missing-node-bootstrapper', step: 'authorize-create' },
  isOftenReadOtherwise: true,
});
