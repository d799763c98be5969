import { asciiText } from '../base64';
import type { EncodedData } from '../encodedData';
import { derTags, elementsIn, elementsOf, type DerElement } from './der';
import { firstPemBlock } from './pem';

/** From when until when a certificate is valid, in milliseconds of Unix time. */
export interface Validity {
  readonly notBefore: number;
  readonly notAfter: number;
}

/** Longer chains than this, in characters of base64, are not read. */
const LONGEST = 100_000;

/** The context-specific tag of a certificate's version (RFC 5280, 4.1). */
const VERSION = 0xa0;

const UTC_TIME = 0x17;

/** Returns how long the first certificate in `status.certificate`, base64 of PEM, is valid; undefined when there is none. */
export function certificateValidity(data: EncodedData): Validity | undefined {
  const bytes = data.length > LONGEST ? undefined : blockIn(data.decode());
  const [from, to] = (bytes && validityIn(bytes)) ?? [];
  if (bytes === undefined || from === undefined || to === undefined) return undefined;
  const [notBefore, notAfter] = [timeOf(bytes, from), timeOf(bytes, to)];
  return Number.isNaN(notBefore) || Number.isNaN(notAfter) ? undefined : { notBefore, notAfter };
}

function blockIn(encoded: Uint8Array | undefined): Uint8Array | undefined {
  return encoded && firstPemBlock(asciiText(encoded))?.bytes;
}

function validityIn(bytes: Uint8Array): readonly DerElement[] | undefined {
  const [whole] = elementsIn(bytes, { start: 0, end: bytes.length }) ?? [];
  const [signed] = elementsOf(bytes, whole, derTags.sequence) ?? [];
  const fields = elementsOf(bytes, signed, derTags.sequence) ?? [];
  const validity = fields[fields[0]?.tag === VERSION ? 4 : 3];
  return elementsOf(bytes, validity, derTags.sequence);
}

/** UTCTime has two digits for the year: 50 to 99 mean 19.. (RFC 5280, 4.1.2.5). */
function timeOf(bytes: Uint8Array, { tag, start, end }: DerElement): number {
  const written = asciiText(bytes.subarray(start, end));
  const text = tag === UTC_TIME ? `${Number(written.slice(0, 2)) < 50 ? '20' : '19'}${written}` : written;
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  return Date.parse(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
}
