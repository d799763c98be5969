import { asciiText } from '../base64';
import type { CertificateRequest } from './certificateRequest';
import { derTags, elementsIn, elementsOf, type DerElement } from './der';

/** The names of RFC 5280's GeneralName, by kind. */
export type AlternativeNames = Pick<
  CertificateRequest,
  'dnsNames' | 'ipAddresses' | 'emailAddresses' | 'uris' | 'otherNames'
>;

const EMAIL = 0x81;
const DNS = 0x82;
const URI = 0x86;
const ADDRESS = 0x87;

/** Returns the names in the value of a subject alternative name extension; undefined when it is malformed. */
export function alternativeNames(bytes: Uint8Array, value: DerElement): AlternativeNames | undefined {
  const [list, ...others] = value.tag === derTags.octetString ? (elementsIn(bytes, value) ?? []) : [];
  const names = elementsOf(bytes, list, derTags.sequence);
  if (!names || others.length > 0) return undefined;
  const contentsOf = (tag: number): readonly Uint8Array[] =>
    names.filter((name) => name.tag === tag).map(({ start, end }) => bytes.subarray(start, end));
  const addresses = contentsOf(ADDRESS);
  if (addresses.some(({ length }) => length !== 4 && length !== 16)) return undefined;
  return {
    dnsNames: contentsOf(DNS).map(asciiText),
    ipAddresses: addresses.map(addressText),
    emailAddresses: contentsOf(EMAIL).map(asciiText),
    uris: contentsOf(URI).map(asciiText),
    otherNames: names.filter(({ tag }) => ![EMAIL, DNS, URI, ADDRESS].includes(tag)).length,
  };
}

/** An IPv6 address as eight groups: the longest run of zeros is not left out. */
function addressText(address: Uint8Array): string {
  if (address.length === 4) return address.join('.');
  const groups = Array.from({ length: 8 }, (_, at) => (address[2 * at] ?? 0) * 256 + (address[2 * at + 1] ?? 0));
  return groups.map((group) => group.toString(16)).join(':');
}
