import { clusterCa, kubeletCa, kubeletServing, otherCa, type ExampleKey } from './exampleKeys';
import type { Issuer } from './contents';
import { seedBytes } from './seedBytes';
import type { KeyAlgorithm, WebCrypto } from './webCrypto';

const ECDSA: KeyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const RSA: KeyAlgorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** PKCS#8 of a P-256 key up to its 32 bytes. The public key is left out: whoever imports it works it out. */
const P256_HEAD = '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420';

const caKeys: Readonly<Record<Issuer['kind'], ExampleKey>> = {
  cluster: clusterCa,
  other: otherCa,
  kubelet: kubeletCa,
};

/** Returns the key of a CA. */
export function caKey(kind: Issuer['kind'], crypto: WebCrypto): Promise<CryptoKeyPair> {
  return rsaPair(caKeys[kind], crypto);
}

/** Returns the key of the kubelet's self-signed serving certificate: RSA, as recorded for 1.20. */
export function selfSignedKey(crypto: WebCrypto): Promise<CryptoKeyPair> {
  return rsaPair(kubeletServing, crypto);
}

/**
 * Returns the private key of a node by its number, and the public one: ECDSA P-256 as a kubelet makes it (recorded for 1.20;
 * boot.usages). It follows from name and number, so it is as public as they are: an example, never to be used.
 */
export async function nodeKey(node: string, key: number, crypto: WebCrypto): Promise<CryptoKeyPair> {
  const { subtle } = crypto;
  const secret = await subtle.digest('SHA-256', seedBytes(`example key ${String(key)} of ${node}`));
  const pkcs8 = new Uint8Array([...bytesOfHex(P256_HEAD), ...new Uint8Array(secret)]);
  const privateKey = await subtle.importKey('pkcs8', pkcs8, ECDSA, true, ['sign']);
  const { kty, crv, x, y } = (await subtle.exportKey('jwk', privateKey)) as Readonly<Record<string, unknown>>;
  const publicKey = await subtle.importKey('jwk', { kty, crv, x, y }, ECDSA, true, ['verify']);
  return { privateKey, publicKey };
}

async function rsaPair(key: ExampleKey, { subtle }: WebCrypto): Promise<CryptoKeyPair> {
  const { kty, n, e } = key;
  return {
    privateKey: await subtle.importKey('jwk', { ...key }, RSA, true, ['sign']),
    publicKey: await subtle.importKey('jwk', { kty, n, e }, RSA, true, ['verify']),
  };
}

function bytesOfHex(hex: string): readonly number[] {
  return Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}
