import type { RbacInView } from '../../cluster/cluster';
import type { ImpliedBinding } from './authorization';

const PREFIX = 'system:certificates.k8s.io:certificatesigningrequests:';

/** The bindings that every guide to TLS bootstrapping creates. */
export const USUAL_BINDINGS: readonly ImpliedBinding[] = [
  { role: 'system:node-bootstrapper', group: 'system:bootstrappers' },
  { role: `${PREFIX}nodeclient`, group: 'system:bootstrappers' },
  { role: `${PREFIX}selfnodeclient`, group: 'system:nodes' },
];

/** Returns whether the RBAC objects in view say anything about bootstrapping: then they are all there is. */
export function speaksAboutBootstrapping(rbac: RbacInView): boolean {
  return (
    rbac.roles.some(({ value }) => value.rules.some((rule) => rule.resources.some(isAboutRequests))) ||
    rbac.bindings.some(
      ({ value }) =>
        value.roleRef.name.value === 'system:node-bootstrapper' || value.roleRef.name.value.startsWith(PREFIX),
    )
  );
}

function isAboutRequests(resource: string): boolean {
  return resource === 'certificatesigningrequests' || resource.startsWith('certificatesigningrequests/');
}
