import { askedOnce } from '../../askedOnce';
import { asciiText } from '../base64';
import type { EncodedData } from '../encodedData';
import type { ReadRequest, UnreadableReason } from './certificateRequest';
import { firstPemBlock } from './pem';
import { certificateRequestIn } from './readCertificateRequest';

/** In characters of base64; a request with a key of 16384 bits and a hundred names stays far below. */
const LONGEST = 100_000;

/**
 * Returns what stands in `spec.request`, base64 of PEM, read as kube-apiserver reads it: the first block of PEM counts, and it has
 * to be a CERTIFICATE REQUEST (kubernetes/kubernetes pkg/apis/certificates/helpers.go, ParseCSR). Nothing secret is in the answer.
 */
export const readRequest = askedOnce((data: EncodedData): ReadRequest => {
  if (data.length > LONGEST) return unreadable('too-long');
  const bytes = data.decode();
  if (!bytes) return unreadable('not-base64');
  const block = firstPemBlock(asciiText(bytes));
  if (!block) return unreadable('no-pem');
  if (block.label.endsWith('PRIVATE KEY')) return unreadable('private-key');
  if (block.label !== 'CERTIFICATE REQUEST') return unreadable('other-pem');
  const request = certificateRequestIn(block.bytes);
  return request ? { state: 'read', request, follows: whatFollows(block.rest) } : unreadable('malformed');
});

function unreadable(reason: UnreadableReason): ReadRequest {
  return { state: 'unreadable', reason };
}

function whatFollows(rest: string): 'nothing' | 'text' | 'private-key' {
  if (rest.trim() === '') return 'nothing';
  return rest.includes('PRIVATE KEY-----') ? 'private-key' : 'text';
}
