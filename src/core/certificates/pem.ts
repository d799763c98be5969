import type { CertificateContents, Issuer, RequestContents, Subject } from './contents';
import { caKey, nodeKey, selfSignedKey } from './keys';
import { seedBytes } from './seedBytes';
import { usageExtensions } from './usages';
import type { WebCrypto } from './webCrypto';
import * as x509 from './x509';

const SHA256_RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const SHA256_ECDSA = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Longer than any play, so that no certificate outlives the CA that signed it. */
const CA_LIFE = { notBefore: new Date(Date.UTC(2010, 0, 1)), notAfter: new Date(Date.UTC(2210, 0, 1)) };

/** Recorded for 1.20: the kubelet's own certificate has the serial 2, the CA it makes up for it 1. */
const SELF_SIGNED_SERIAL = '02';

/**
 * Returns a certificate as PEM, signed with an example key: the same contents give the same certificate, whenever and wherever
 * it is made. A self-signed one is followed by the CA that the kubelet made up for it, as in `kubelet.crt`.
 */
export async function certificatePem(contents: CertificateContents, crypto: WebCrypto): Promise<string> {
  const { issuer, usages, sans } = contents;
  const isSelfSigned = issuer.kind === 'kubelet';
  const keys = isSelfSigned ? await selfSignedKey(crypto) : await nodeKey(contents.commonName, contents.key, crypto);
  const ca = await caKey(issuer.kind, crypto);
  const certificate = await x509.X509CertificateGenerator.create(
    {
      serialNumber: isSelfSigned ? SELF_SIGNED_SERIAL : await serialOf(contents, crypto),
      subject: nameOf(contents),
      issuer: nameOf({ commonName: issuer.commonName, organizations: [] }),
      notBefore: new Date(contents.notBefore),
      notAfter: new Date(contents.notAfter),
      publicKey: keys.publicKey,
      signingKey: ca.privateKey,
      signingAlgorithm: SHA256_RSA,
      extensions: [
        ...usageExtensions(usages),
        new x509.BasicConstraintsExtension(false, undefined, true),
        await x509.AuthorityKeyIdentifierExtension.create(ca.publicKey, false, crypto),
        ...sanExtensions(sans),
      ],
    },
    crypto,
  );
  const pem = `${certificate.toString('pem')}\n`;
  return isSelfSigned ? pem + (await authorityPem(issuer, crypto)) : pem;
}

/** Returns the certificate of a CA as PEM. */
export async function authorityPem({ kind, commonName }: Issuer, crypto: WebCrypto): Promise<string> {
  const keys = await caKey(kind, crypto);
  const { digitalSignature, keyEncipherment, keyCertSign } = x509.KeyUsageFlags;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: '01',
      name: nameOf({ commonName, organizations: [] }),
      ...CA_LIFE,
      keys,
      signingAlgorithm: SHA256_RSA,
      extensions: [
        new x509.KeyUsagesExtension(digitalSignature | keyEncipherment | keyCertSign, true),
        new x509.BasicConstraintsExtension(true, undefined, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, crypto),
      ],
    },
    crypto,
  );
  return `${certificate.toString('pem')}\n`;
}

/**
 * Returns a PKCS#10 request as PEM, signed with the node's example key. All of it follows from the contents but the signature:
 * WebCrypto draws a new number for each ECDSA signature, and a kubelet's key is ECDSA.
 */
export async function requestPem(contents: RequestContents, crypto: WebCrypto): Promise<string> {
  const request = await x509.Pkcs10CertificateRequestGenerator.create(
    {
      name: nameOf(contents),
      keys: await nodeKey(contents.commonName, contents.key, crypto),
      signingAlgorithm: SHA256_ECDSA,
      extensions: sanExtensions(contents.sans),
    },
    crypto,
  );
  return `${request.toString('pem')}\n`;
}

/** Organizations first, as Go writes a name. */
function nameOf({ commonName, organizations }: Pick<Subject, 'commonName' | 'organizations'>): x509.JsonName {
  return [...organizations.map((organization) => ({ O: [organization] })), { CN: [commonName] }];
}

function sanExtensions(sans: readonly string[]): x509.Extension[] {
  if (sans.length === 0) return [];
  const names = sans.map((value) => ({ type: isAddress(value) ? ('ip' as const) : ('dns' as const), value }));
  return [new x509.SubjectAlternativeNameExtension(names)];
}

function isAddress(san: string): boolean {
  return san.includes(':') || /^[\d.]+$/.test(san);
}

/** A number of 127 bits that follows from the contents, where kube-controller-manager draws one. */
async function serialOf(contents: CertificateContents, { subtle }: WebCrypto): Promise<string> {
  const digest = await subtle.digest('SHA-256', seedBytes(JSON.stringify(contents)));
  const bytes = new Uint8Array(digest).slice(0, 16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
