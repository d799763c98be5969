import type { CertificateRequest } from './certificateRequest';
import { derTags, elementsIn, elementsOf, objectIdentifier, stringOf, type DerElement } from './der';
import { publicKeyKind } from './publicKeyKind';
import { alternativeNames, type AlternativeNames } from './alternativeNames';

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const ALTERNATIVE_NAMES = '2.5.29.17';

const noNames: AlternativeNames = { dnsNames: [], ipAddresses: [], emailAddresses: [], uris: [], otherNames: 0 };

/**
 * Returns what a PKCS#10 request (RFC 2986) in DER asks for; undefined when the bytes are none. The signature is not verified:
 * that takes a cryptographic library, and kube-apiserver does it.
 */
export function certificateRequestIn(bytes: Uint8Array): CertificateRequest | undefined {
  const [version, subject, key, attributes] = elementsOf(bytes, informationIn(bytes), derTags.sequence) ?? [];
  const name = nameIn(bytes, subject);
  const names = attributes ? namesIn(bytes, attributes) : noNames;
  if (version?.tag !== derTags.integer || !name || key?.tag !== derTags.sequence || !names) return undefined;
  return { key: publicKeyKind(bytes, key), ...name, ...names };
}

/** What is signed: it stands before the algorithm and the signature, and nothing else stands there. */
function informationIn(bytes: Uint8Array): DerElement | undefined {
  const [whole, ...others] = elementsIn(bytes, { start: 0, end: bytes.length }) ?? [];
  const [information, algorithm, signature, ...more] = elementsOf(bytes, whole, derTags.sequence) ?? [];
  const isSigned = algorithm?.tag === derTags.sequence && signature?.tag === derTags.bitString;
  return isSigned && others.length + more.length === 0 ? information : undefined;
}

function nameIn(
  bytes: Uint8Array,
  subject: DerElement | undefined,
): Pick<CertificateRequest, 'commonName' | 'organizations'> | undefined {
  const sets = elementsOf(bytes, subject, derTags.sequence)?.map((set) => elementsOf(bytes, set, derTags.set));
  if (!sets || sets.includes(undefined)) return undefined;
  const pairs = sets.flatMap((set) => set ?? []).map((pair) => elementsOf(bytes, pair, derTags.sequence));
  if (pairs.some((pair) => pair?.length !== 2)) return undefined;
  const valuesOf = (type: string): readonly string[] =>
    pairs.flatMap((pair) => {
      const [key, value] = pair ?? [];
      return value && objectIdentifier(bytes, key) === type ? (stringOf(bytes, value) ?? []) : [];
    });
  return { commonName: valuesOf(COMMON_NAME).at(-1) ?? '', organizations: valuesOf(ORGANIZATION) };
}

/** The subject alternative names asked for; none when there are none, undefined when attributes are malformed. */
function namesIn(bytes: Uint8Array, attributes: DerElement): AlternativeNames | undefined {
  const written = elementsOf(bytes, attributes, derTags.attributes);
  const parts = written?.map((attribute) => elementsOf(bytes, attribute, derTags.sequence));
  if (!parts || parts.includes(undefined)) return undefined;
  const asked = parts.find((part) => objectIdentifier(bytes, part?.[0]) === EXTENSION_REQUEST);
  if (!asked) return noNames;
  const [list] = elementsOf(bytes, asked[1], derTags.set) ?? [];
  const extensions = elementsOf(bytes, list, derTags.sequence)?.map((one) => elementsOf(bytes, one, derTags.sequence));
  if (!extensions || extensions.includes(undefined)) return undefined;
  const value = extensions.findLast((one) => objectIdentifier(bytes, one?.[0]) === ALTERNATIVE_NAMES)?.at(-1);
  return value ? alternativeNames(bytes, value) : noNames;
}
