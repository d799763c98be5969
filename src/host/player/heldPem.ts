import type { WebCrypto } from '../../core/certificates/webCrypto';
import { certificateContents, requestContents } from '../../core/flow/pemContents';
import type { Play } from '../../core/flow/play';
import type { PemPart } from '../../core/protocol/messages';

/**
 * Returns something held as PEM, made now with example keys; undefined when it is neither certificate nor request, or has no
 * CA. What makes PEM is loaded with the first one.
 */
export async function heldPem(play: Play, index: number, part: PemPart): Promise<string | undefined> {
  const thing = play.things[index];
  if (thing?.kind !== 'certificate' && thing?.kind !== 'request') return undefined;
  const { authorityPem, certificatePem, requestPem } = await import('../../core/certificates/pem');
  // The editor's types name only a small part of it.
  const { crypto } = globalThis as unknown as { readonly crypto: WebCrypto };
  if (thing.kind === 'request') return part === 'own' ? requestPem(requestContents(thing), crypto) : undefined;
  return part === 'own' ? certificatePem(certificateContents(play, thing), crypto) : authorityPem(thing.issuer, crypto);
}
