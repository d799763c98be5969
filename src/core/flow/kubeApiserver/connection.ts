import { kubeconfigAt } from '../../cluster/kubeconfigInView';
import { currentContextOf } from '../../documents/kubeconfig/kubeconfigDocument';
import { isAtLeast, type Release } from '../../kubernetes/release';
import type { ResolvedRun } from '../scenarioRun';
import type { NodeWorld } from '../nodeWorld';

/** The way from the kubelet to the API server, when it is broken. */
export interface BrokenConnection {
  readonly server: string;
  /** What every request ends in, as Go's HTTP client says it (recorded on 1.20). */
  readonly error: string;
  /** How the recordings class it. */
  readonly kind: 'log' | 'tls-error';
}

const UNKNOWN_AUTHORITY = 'x509: certificate signed by unknown authority';

/** Go says more when it finds a CA of the right name whose key is another (recorded on 1.20). */
function hint({ run }: NodeWorld, fault: 'other-ca' | 'renewed-ca'): string {
  if (fault === 'other-ca') return '';
  const name = JSON.stringify(run.caName);
  return ` (possibly because of "crypto/rsa: verification error" while trying to verify candidate authority certificate ${name})`;
}

/** Returns what is wrong with the connection; undefined when requests arrive. */
export function brokenConnection(world: NodeWorld, isRunning: boolean): BrokenConnection | undefined {
  const { apiServerFault, apiServerFaultFrom = 0 } = world.run;
  const isDown = !isRunning || downUntil(world.run, world.now) !== undefined;
  const fault = isDown ? 'down' : world.now >= apiServerFaultFrom ? apiServerFault : undefined;
  if (fault === undefined) return undefined;
  const server = serverOf(world);
  if (fault !== 'down') return { server, kind: 'tls-error', error: `${UNKNOWN_AUTHORITY}${hint(world, fault)}` };
  return { server, kind: 'log', error: `dial tcp ${hostOf(server)}: connect: connection refused` };
}

/** Returns when an API server that is down at `t` is up again; undefined when it is up. */
export function downUntil({ apiServerDown = [] }: ResolvedRun, t: number): number | undefined {
  const spans = [...apiServerDown].sort((a, b) => a.from - b.from);
  let end: number | undefined;
  for (const { from, to } of spans) if (from <= (end ?? t) && to > (end ?? t)) end = to;
  return end;
}

/** Returns whether a connection that was open at `from` has broken by `to`, because the API server was down or started again. */
export function brokenByControlPlane(
  { apiServerDown = [], upgrades = [] }: ResolvedRun,
  from: number,
  to: number,
): boolean {
  const starts = [...apiServerDown.map((span) => span.from), ...upgrades.map(({ t }) => t)];
  return starts.some((t) => t > from && t <= to);
}

/** Returns the words of a request whose connection the kubelet itself has closed; the port is left out, as in the recordings. */
export function closedConnection(world: NodeWorld): string {
  const server = serverOf(world);
  const ends = `${world.nodeAddress}:<port>->${hostOf(server)}`;
  return failedRequest('Post', requestsPath(world.release), {
    server,
    error: `write tcp ${ends}: use of closed network connection`,
  });
}

/** Returns the words of a request that does not arrive. */
export function failedRequest(
  method: 'Get' | 'Post',
  path: string,
  { server, error }: Pick<BrokenConnection, 'server' | 'error'>,
): string {
  return `${method} "${server}${path}": ${error}`;
}

/** Returns the path that requests are created at in a release (rbac.json apiVersions). */
export function requestsPath(release: Release): string {
  return `/apis/certificates.k8s.io/${requestVersion(release)}/certificatesigningrequests`;
}

/** Returns the version of certificates.k8s.io in which a kubelet sends requests (rbac.json apiVersions). */
export function requestVersion(release: Release): string {
  return isAtLeast(release, '1.19') ? 'v1' : isAtLeast(release, '1.6') ? 'v1beta1' : 'v1alpha1';
}

function hostOf(server: string): string {
  return server.replace(/^https?:\/\//, '');
}

function serverOf(world: NodeWorld): string {
  const kubeconfig = kubeconfigAt(world.cluster, world.paths.bootstrapKubeconfig.value)?.value;
  const written = kubeconfig && currentContextOf(kubeconfig).cluster?.server?.value;
  return written ?? 'https://kube-apiserver:6443';
}
