import type { FlowStepId } from './flowStep';
import type { Assumption, Outcome, TimelineEvent } from './timeline';

const BOOTSTRAP: ReadonlySet<string> = new Set(['--bootstrap-kubeconfig', '--experimental-bootstrap-kubeconfig']);

/** Taken to be off, they let a certificate end. */
const RENEWAL: ReadonlySet<string> = new Set([
  'rotateCertificates',
  '--rotate-certificates',
  'RotateKubeletClientCertificate',
]);

/** One of them makes a kubelet speak to an API server (boot.require; of the last two up to 1.7). */
const SPEAKING: ReadonlySet<string> = new Set(['--kubeconfig', '--api-servers', '--require-kubeconfig']);

/** Where a kubelet that bootstraps is kept from its first certificate. */
const BOOTSTRAPPING: ReadonlySet<FlowStepId | undefined> = new Set([
  'authenticate',
  'authorize-create',
  'approve',
] as const);

/**
 * Returns the assumptions without which a story that ends so might end well: that a kubelet renews nothing when it may, or
 * asks for its first certificate when it may have one. Empty when it ends well, or badly whatever the files leave open.
 */
export function assumptionsBehind(
  id: Outcome['id'],
  { events, assumptions }: { readonly events: readonly TimelineEvent[]; readonly assumptions: readonly Assumption[] },
): readonly Assumption[] {
  switch (id) {
    case 'ready-until-expiry':
    case 'not-ready-after-expiry':
      return assumptions.filter(({ setting, value }) => RENEWAL.has(setting) && value === 'false');
    case 'stuck-pending':
    case 'unauthorized':
      return assumptions.filter(isBootstrapping);
    case 'exited': {
      const lastWords = events.findLast(({ details }) => details.level === 'fatal');
      return assumptions.filter((one) => isBootstrapping(one) && BOOTSTRAPPING.has(lastWords?.step));
    }
    case 'standalone':
      return assumptions.filter(({ setting }) => SPEAKING.has(setting));
    case 'ready-and-renewing':
    case 'never-issued':
    case 'no-kubelet':
    case 'unreachable':
      return [];
  }
}

/** That it bootstraps at all; with a sentence of its own it is that the release takes the flag. */
function isBootstrapping({ setting, sentence }: Assumption): boolean {
  return BOOTSTRAP.has(setting) && sentence === undefined;
}
