import { DAY } from '../../flow/scenarioRun';
import { usualBindings } from '../../flow/scenario';
import { binaryInstall } from '../clusters/binaryInstall';
import { leastPrivilege } from '../condition';
import { exercise } from '../exercise';

export const renewalApproval = exercise({
  id: 'renewal-approval',
  release: '1.30',
  files: binaryInstall({ version: '1.30.4', bindings: [usualBindings.ask, usualBindings.first] }),
  run: { bootstrapTokenLasts: DAY },
  opens: 'bootstrap-rbac.yaml',
  conditions: [
    { type: 'ready-on-day', day: 400 },
    { type: 'renewed' },
    { type: 'client-certificates-live', atMost: 366 },
    ...leastPrivilege,
  ],
  explainedBy: ['renewal-approval-unbound'],
  shownBy: { scenario: 'missing-renewal-binding', step: 'renewal-approve' },
});
