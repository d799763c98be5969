import { isAtLeast } from '../../kubernetes/release';
import { failedRequest, type BrokenConnection } from '../kubeApiserver/connection';
import { forbiddenText } from '../kubeApiserver/errorTexts';
import type { Credential, UserInfo } from '../kubeApiserver/identity';
import type { NodeWorld } from '../nodeWorld';

/** Reports that the node cannot register: no connection, 401 without a user, or 403 for an anonymous one. */
export function reportRefusedRegistration(
  world: NodeWorld,
  broken: BrokenConnection | undefined,
  user: UserInfo | undefined,
): void {
  const why = broken !== undefined ? failedRequest('Post', '/api/v1/nodes', broken) : refusalOf(world, user);
  world.recorder.report({
    actor: 'kubelet',
    kind: broken?.kind ?? 'http-error',
    message: `Unable to register node "${world.nodeName}" with API server: ${why}`,
    step: 'register-node',
  });
}

function refusalOf({ release }: NodeWorld, user: UserInfo | undefined): string {
  if (user === undefined) return 'Unauthorized';
  return forbiddenText(release, { username: user.username, verb: 'create', resource: 'nodes', apiGroup: '' });
}

/** Reports the first heartbeat that does not arrive. */
export function reportUnreachable({ recorder, nodeName }: NodeWorld, broken: BrokenConnection): void {
  const why = failedRequest('Get', `/api/v1/nodes/${nodeName}?timeout=10s`, broken);
  const message = `Error updating node status, will retry: error getting node "${nodeName}": ${why}`;
  recorder.report({ actor: 'kubelet', kind: broken.kind, message, step: 'node-not-ready' });
}

/** Reports the first heartbeat that is refused after the client certificate has expired. */
export function reportLostStatus(world: NodeWorld, expired: number, credential: Credential): void {
  const { recorder, release, clock, serverTime } = world;
  const x509 = `x509: certificate has expired or is not yet valid: current time ${clock.rfc3339(serverTime)} is after ${clock.rfc3339(expired)}`;
  const verifying = isAtLeast(release, '1.20')
    ? `verifying certificate SN=<serial>, SKID=, AKID=<key id> failed: ${x509}`
    : x509;
  recorder.report({
    actor: 'kube-apiserver',
    kind: 'http-error',
    message: `Unable to authenticate the request due to an error: ${verifying}`,
    step: 'expire',
  });
  reportRefusedHeartbeats(world, credential);
}

/**
 * The first to be refused is refused on an open connection: 401. Then the kubelet closes its connections, and a client without a
 * certificate is anonymous on new ones: 403 (recorded on 1.20 with the lease first, and with the status first).
 */
function reportRefusedHeartbeats(world: NodeWorld, credential: Credential): void {
  const { release, nodeName, run } = world;
  const lease = 'failed to update lease, error: ';
  const status = `Error updating node status, will retry: error getting node "${nodeName}": `;
  const hasLease = isAtLeast(release, '1.14');
  const isLeaseFirst = hasLease && run.firstRefused !== 'status';
  const isAnonymous = credential.type === 'none';
  const permission = { username: 'system:anonymous', verb: 'get', resource: 'nodes', apiGroup: '', name: nodeName };
  if (isLeaseFirst) reportHttpError(world, `${lease}Unauthorized`);
  reportHttpError(
    world,
    `${status}${isAnonymous && isLeaseFirst ? forbiddenText(release, permission) : 'Unauthorized'}`,
  );
  if (hasLease && !isLeaseFirst && !isAnonymous) reportHttpError(world, `${lease}Unauthorized`);
}

/** Reports that another kubelet has renewed the lease of this node (recorded on 1.20). */
export function reportLeaseConflict({ recorder, nodeName }: NodeWorld): void {
  const lease = `leases.coordination.k8s.io ${JSON.stringify(nodeName)}`;
  const message = `failed to update lease, error: Operation cannot be fulfilled on ${lease}: the object has been modified; please apply your changes to the latest version and try again`;
  recorder.report({ actor: 'kubelet', kind: 'log', message, details: { level: 'error' }, step: 'node-ready' });
}

function reportHttpError(world: NodeWorld, message: string): void {
  world.recorder.report({ actor: 'kubelet', kind: 'http-error', message, step: 'expire' });
}
