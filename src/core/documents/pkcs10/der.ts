import { asciiText } from '../base64';

/** One element of DER: its tag byte, and where its content lies in the bytes. */
export interface DerElement {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/** Tags of X.690 and, from `0x80` on, of the choices in RFC 5280 and RFC 2986. */
export const derTags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
  attributes: 0xa0,
} as const;

/** Longer than what anybody reads here. */
const MOST_LENGTH_BYTES = 3;

/**
 * Returns the elements that fill a stretch of bytes, one after the other; undefined when they do not fill it exactly. As strict
 * as Go's encoding/asn1: lengths are definite and as short as can be. It never looks inside an element, so depth costs nothing.
 */
export function elementsIn(
  bytes: Uint8Array,
  { start, end }: Pick<DerElement, 'start' | 'end'>,
): readonly DerElement[] | undefined {
  const elements: DerElement[] = [];
  let at = start;
  while (at < end) {
    const element = elementAt(bytes, at, end);
    if (!element) return undefined;
    elements.push(element);
    at = element.end;
  }
  return elements;
}

function elementAt(bytes: Uint8Array, at: number, limit: number): DerElement | undefined {
  const tag = bytes[at] ?? 0;
  const first = bytes[at + 1];
  if (first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const count = first < 0x80 ? 0 : first - 0x80;
  if (first === 0x80 || count > MOST_LENGTH_BYTES) return undefined;
  const start = at + 2 + count;
  if (start > limit) return undefined;
  const length = count === 0 ? first : bytes.slice(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  const isShortest = count === 0 || length >= (count === 1 ? 0x80 : 256 ** (count - 1));
  const end = start + length;
  return isShortest && end <= limit ? { tag, start, end } : undefined;
}

/** Returns the elements inside one whose tag is as expected; undefined for another tag, and when they do not fill it. */
export function elementsOf(
  bytes: Uint8Array,
  element: DerElement | undefined,
  tag: number,
): readonly DerElement[] | undefined {
  return element?.tag === tag ? elementsIn(bytes, element) : undefined;
}

/** Returns an object identifier as `2.5.4.3`; undefined for any other element. */
export function objectIdentifier(bytes: Uint8Array, element: DerElement | undefined): string | undefined {
  if (element?.tag !== derTags.objectIdentifier) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of bytes.subarray(element.start, element.end)) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...others] = arcs;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...others].join('.');
}

/** Returns what a string of DER says; undefined for an element that is no string, or is not written as its tag says. */
export function stringOf(bytes: Uint8Array, { tag, start, end }: DerElement): string | undefined {
  const content = bytes.subarray(start, end);
  switch (tag) {
    case derTags.utf8String:
      return utf8Text(content);
    case derTags.printableString:
    case derTags.teletexString:
    case derTags.ia5String:
      return asciiText(content);
    case derTags.bmpString:
      return utf16Text(content);
    default:
      return undefined;
  }
}

function utf8Text(content: Uint8Array): string | undefined {
  try {
    return decodeURIComponent(Array.from(content, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return undefined;
  }
}

function utf16Text(content: Uint8Array): string | undefined {
  if (content.length % 2 !== 0) return undefined;
  return Array.from({ length: content.length / 2 }, (_, index) =>
    String.fromCharCode((content[2 * index] ?? 0) * 256 + (content[2 * index + 1] ?? 0)),
  ).join('');
}
