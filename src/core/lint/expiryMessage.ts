import type { Cluster } from '../cluster/cluster';
import { certificateLife, type CertificateLife } from '../cluster/signingDuration';

const endings = { known: '', default: 'ByDefault', unknown: 'SomeDay' } as const satisfies Record<
  CertificateLife['state'],
  string
>;

/**
 * Returns which of three messages tells when a certificate ends, with its parameters: `off` when that is known, `offByDefault` when
 * only Kubernetes' default is, `offSomeDay` when not even that.
 */
export function expiryMessage(
  message: string,
  cluster: Cluster,
): { readonly message: string; readonly params: Readonly<Record<string, string>> } {
  const life = certificateLife(cluster);
  const params: Readonly<Record<string, string>> = life.state === 'unknown' ? {} : { duration: life.duration };
  return { message: `${message}${endings[life.state]}`, params };
}
