import type { CertificateContents, RequestContents } from '../certificates/contents';
import type { Timeline, TimelineCertificate, TimelineCsr } from './timeline';

/** Returns what stands in the certificate itself, to be made as PEM: with dates, to the second. */
export function certificateContents(
  { startsAt }: Pick<Timeline, 'startsAt'>,
  certificate: TimelineCertificate,
): CertificateContents {
  const { subject, organizations, sans, key, usages, issuer } = certificate;
  const date = (t: number): number => Math.floor(startsAt / 1000 + t) * 1000;
  const [notBefore, notAfter] = [date(certificate.notBefore), date(certificate.notAfter)];
  return { commonName: subject, organizations, sans, key, usages, issuer, notBefore, notAfter };
}

/** Returns what stands in the `spec.request` of a CertificateSigningRequest, to be made as PEM. */
export function requestContents({
  subject,
  organizations,
  sans,
  key,
}: Pick<TimelineCsr, 'subject' | 'organizations' | 'sans' | 'key'>): RequestContents {
  return { commonName: subject, organizations, sans, key };
}
