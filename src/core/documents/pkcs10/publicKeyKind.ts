import { derTags, elementsIn, elementsOf, objectIdentifier, type DerElement } from './der';

/** Object identifiers of RFC 3279, 5480 and 8410. */
const RSA = '1.2.840.113549.1.1.1';
const ELLIPTIC = '1.2.840.10045.2.1';
const ED25519 = '1.3.101.112';

const curves: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.7': 'ECDSA P-256',
  '1.3.132.0.34': 'ECDSA P-384',
  '1.3.132.0.35': 'ECDSA P-521',
};

/** Returns kind and size of a SubjectPublicKeyInfo, as `ECDSA P-256`; undefined for a kind that is not known here. */
export function publicKeyKind(bytes: Uint8Array, info: DerElement): string | undefined {
  const [algorithm, key] = elementsOf(bytes, info, derTags.sequence) ?? [];
  const [kind, parameters] = elementsOf(bytes, algorithm, derTags.sequence) ?? [];
  switch (objectIdentifier(bytes, kind)) {
    case RSA:
      return rsaKind(bytes, key);
    case ELLIPTIC:
      return curves[objectIdentifier(bytes, parameters) ?? ''] ?? 'ECDSA';
    case ED25519:
      return 'Ed25519';
    default:
      return undefined;
  }
}

/** The size is that of the modulus, which is the first number of the key. */
function rsaKind(bytes: Uint8Array, key: DerElement | undefined): string {
  const inner = key?.tag === derTags.bitString ? elementsIn(bytes, { start: key.start + 1, end: key.end }) : undefined;
  const [modulus] = elementsOf(bytes, inner?.[0], derTags.sequence) ?? [];
  if (!modulus) return 'RSA';
  const first = bytes.subarray(modulus.start, modulus.end).findIndex((byte) => byte !== 0);
  const length = modulus.end - modulus.start - Math.max(0, first);
  const leading = 32 - Math.clz32(bytes[modulus.start + Math.max(0, first)] ?? 0);
  return `RSA ${String((length - 1) * 8 + leading)}`;
}
