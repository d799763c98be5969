import { APPROVAL_ROLE_PREFIX } from '../../cluster/wholeRbac';
import type { ImpliedBinding } from './authorization';

/** The bindings that every guide to TLS bootstrapping creates. */
export const USUAL_BINDINGS: readonly ImpliedBinding[] = [
  { role: 'system:node-bootstrapper', group: 'system:bootstrappers' },
  { role: `${APPROVAL_ROLE_PREFIX}nodeclient`, group: 'system:bootstrappers' },
  { role: `${APPROVAL_ROLE_PREFIX}selfnodeclient`, group: 'system:nodes' },
];
