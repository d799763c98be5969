import type { SignerData } from './data';
import { minorOf, type Release } from './release';

/** The signers of a kubelet's certificates, as `spec.signerName` writes them. */
export const KUBELET_CLIENT_SIGNER = 'kubernetes.io/kube-apiserver-client-kubelet';
export const KUBELET_SERVING_SIGNER = 'kubernetes.io/kubelet-serving';

/**
 * The built-in signers of a release, from the signing controller's source; empty before 1.18, when a
 * CertificateSigningRequest named no signer.
 */
export function signersAt(signers: readonly SignerData[], release: Release): SignerData[] {
  return signers.filter(({ from }) => minorOf(release) >= from);
}

/** The built-in signer of this name; undefined for a signer of somebody else, or one the release does not have. */
export function signerAt(signers: readonly SignerData[], name: string, release: Release): SignerData | undefined {
  return signersAt(signers, release).find((signer) => signer.name === name);
}
