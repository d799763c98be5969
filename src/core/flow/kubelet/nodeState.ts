import type { ClientCertificate, IssuedCertificate } from '../certificates';
import type { NodeWorld } from '../nodeWorld';
import { CertificateStore } from './certificateStore';

/** What the node's kubeconfig names as its client certificate: the store's symlink, or one fixed certificate. */
export type KubeconfigCertificate =
  | { readonly type: 'current-pem' }
  | { readonly type: 'fixed'; readonly embedded: boolean; readonly certificate: ClientCertificate };

/** What the node keeps between two runs of its kubelet. */
export class NodeState {
  readonly clientStore: CertificateStore;
  readonly serverStore: CertificateStore;
  kubeconfig: KubeconfigCertificate | undefined;
  /** Key of a blocking bootstrap that has not succeeded yet: kept, so that the request's name stays the same. */
  bootstrapKey: number | undefined;
  hasBootstrapFile = true;

  constructor(world: NodeWorld) {
    this.clientStore = new CertificateStore(world, 'kubelet-client');
    this.serverStore = new CertificateStore(world, 'kubelet-server');
  }

  /** Returns the certificate that the kubeconfig leads to, expired or not; undefined without a kubeconfig or certificate. */
  get kubeconfigCertificate(): IssuedCertificate | undefined {
    return this.kubeconfig?.type === 'fixed'
      ? this.kubeconfig.certificate
      : this.kubeconfig && this.clientStore.current;
  }
}

/** Returns the certificate as one that a client can show. */
export function asClient(certificate: IssuedCertificate): ClientCertificate {
  return isClient(certificate) ? certificate : { ...certificate, purpose: 'client' };
}

function isClient(certificate: IssuedCertificate): certificate is ClientCertificate {
  return certificate.purpose === 'client';
}
