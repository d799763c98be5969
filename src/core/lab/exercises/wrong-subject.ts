import { usualBindings } from '../../flow/scenario';
import { binaryInstall } from '../clusters/binaryInstall';
import { leastPrivilege } from '../condition';
import { exercise } from '../exercise';

export const wrongSubject = exercise({
  id: 'wrong-subject',
  release: '1.30',
  files: binaryInstall({
    version: '1.30.4',
    bindings: [
      { ...usualBindings.ask, kind: 'User', subject: 'kubelet-bootstrap' },
      usualBindings.first,
      usualBindings.renew,
    ],
  }),
  opens: 'bootstrap-rbac.yaml',
  conditions: [{ type: 'ready-on-day', day: 1 }, ...leastPrivilege],
  explainedBy: ['bootstrap-subject-unknown', 'node-bootstrapper-unbound'],
  shownBy: { scenario: 'missing-node-bootstrapper', step: 'authorize-create' },
  isOftenReadOtherwise: true,
});
