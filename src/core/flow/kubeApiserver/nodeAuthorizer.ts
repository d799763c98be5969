import { allows } from '../../cluster/rbacAccess';
import type { PolicyRuleData } from '../../kubernetes/data';
import { isAtLeast, type Release } from '../../kubernetes/release';
import type { UserInfo } from './identity';
import type { RequestAttributes } from './requestAttributes';

const PREFIX = 'system:node:';

/** Returns the name of the node that a user is; undefined for everybody else. */
export function nodeNameOf({ username, groups }: UserInfo): string | undefined {
  return username.startsWith(PREFIX) && groups.includes('system:nodes') ? username.slice(PREFIX.length) : undefined;
}

/** What the Node authorizer thinks of a request of a node. It never denies: `reason` is said when nobody else allows it. */
export interface NodeDecision {
  readonly allowed: boolean;
  readonly reason: string;
}

const no = (reason = ''): NodeDecision => ({ allowed: false, reason });

const READ_BY_REFERENCE = new Set(['secrets', 'configmaps']);

const GET_BY_REFERENCE = new Set(['persistentvolumeclaims', 'persistentvolumes', 'volumeattachments']);

/**
 * Decides like the Node authorizer (plugin/pkg/auth/authorizer/node; words recorded for 1.20). Nothing that is played runs a
 * pod, so no Secret or volume is related to a node.
 */
export function authorizeNode(own: string, attributes: RequestAttributes, release: Release): NodeDecision {
  const { verb, apiGroup, resource } = attributes;
  if (apiGroup === '' && READ_BY_REFERENCE.has(resource)) return readByReference(own, attributes);
  if (GET_BY_REFERENCE.has(resource)) {
    return verb === 'get' ? unrelated(own) : no('can only get individual resources of this type');
  }
  if (resource === 'leases') return lease(own, attributes);
  if (resource === 'nodes' && isAtLeast(release, '1.32')) return ownNode(own, attributes);
  return allows(NODE_RULES, { verb, apiGroup, resource }) ? { allowed: true, reason: '' } : no();
}

function readByReference(own: string, { verb, namespace, name }: RequestAttributes): NodeDecision {
  if (verb !== 'get' && verb !== 'list') return no('can only read resources of this type');
  if (namespace === undefined) return no('can only read namespaced object of this type');
  return name === undefined ? no('No Object name found') : unrelated(own);
}

function unrelated(own: string): NodeDecision {
  return no(`no relationship found between node '${own}' and this object`);
}

function lease(own: string, { verb, namespace, name }: RequestAttributes): NodeDecision {
  if (verb === 'list') return no('can only get, create, update, patch, or delete a node lease');
  if (namespace !== 'kube-node-lease') return no('can only access leases in the "kube-node-lease" system namespace');
  if (verb !== 'create' && name !== own) {
    return no('can only access node lease with the same name as the requesting node');
  }
  return { allowed: true, reason: '' };
}

/** From 1.32 on (gate AuthorizeNodeWithSelectors) a node reads its own Node object only. */
function ownNode(own: string, { verb, name }: RequestAttributes): NodeDecision {
  if (verb === 'delete') return no();
  if (verb !== 'get' && verb !== 'list') return { allowed: true, reason: '' };
  if (name === own) return { allowed: true, reason: '' };
  if (name === undefined) return no(`node '${own}' cannot read all nodes, only its own Node object`);
  return no(`node '${own}' cannot read '${name}', only its own Node object`);
}

const rule = (apiGroup: string, resources: readonly string[], verbs: readonly string[]): PolicyRuleData => ({
  apiGroups: [apiGroup],
  resources: [...resources],
  verbs: [...verbs],
});

/** What every node may do, whatever its name: ClusterRole system:node as recorded on 1.20. */
const NODE_RULES: readonly PolicyRuleData[] = [
  rule('authentication.k8s.io', ['tokenreviews'], ['create']),
  rule('authorization.k8s.io', ['localsubjectaccessreviews', 'subjectaccessreviews'], ['create']),
  rule('', ['services'], ['get', 'list', 'watch']),
  rule('', ['nodes'], ['create', 'get', 'list', 'watch', 'patch', 'update']),
  rule('', ['nodes/status', 'pods/status'], ['patch', 'update']),
  rule('', ['events'], ['create', 'patch', 'update']),
  rule('', ['pods'], ['get', 'list', 'watch', 'create', 'delete']),
  rule('', ['pods/eviction', 'serviceaccounts/token'], ['create']),
  rule('', ['endpoints'], ['get']),
  rule('certificates.k8s.io', ['certificatesigningrequests'], ['create', 'get', 'list', 'watch']),
  rule('storage.k8s.io', ['csidrivers'], ['get', 'list', 'watch']),
  rule('storage.k8s.io', ['csinodes'], ['create', 'delete', 'get', 'patch', 'update']),
  rule('node.k8s.io', ['runtimeclasses'], ['get', 'list', 'watch']),
];
