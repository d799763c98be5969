import type { IssuedCertificate } from '../certificates';
import type { World } from '../world';
import type { Credential } from '../kubeApiserver/identity';

/** Nothing was sent: the client failed before the request was written. */
export interface FailedClient {
  readonly type: 'failed';
  /** The kubelet's line. */
  readonly message: string;
  /** Whether the certificate manager takes the failure for one of the API server. */
  readonly blamesServer: boolean;
}

/** The client that a certificate manager sends its requests with. */
export interface RequestClient {
  /** Returns what the next request shows the API server, given the certificate that the manager holds. */
  readonly open: (current: IssuedCertificate | undefined) => Credential | FailedClient;
  /** The request is over, and so is the wait for its certificate. */
  readonly released: () => void;
  /** When the client will show another certificate by itself, in seconds; infinite when it will not. */
  readonly nextChange: () => number;
}

/**
 * Returns the client of a manager that sends its requests over the kubelet's own connections. It shows another certificate, or
 * none that is taken, once the one it shows has ended by the clock of the control plane.
 */
export function sharedClient(world: World, credential: () => Credential): RequestClient {
  const nextChange = (): number => {
    const shown = credential();
    return shown.type === 'certificate' ? shown.certificate.notAfter - world.serverClockAhead : Infinity;
  };
  return { open: credential, released: () => undefined, nextChange };
}
