import type { Issuer } from '../core/certificates/contents';
import { authorityPem, certificatePem, requestPem } from '../core/certificates/pem';
import type { WebCrypto } from '../core/certificates/webCrypto';
import { certificateContents, requestContents } from '../core/flow/pemContents';
import type { Timeline } from '../core/flow/timeline';
import { printable } from './printable';
import type { Reader } from './reader';
import { covered } from '../core/messages/covered';

/**
 * Returns the CAs, certificates and requests of a play as PEM, each below lines that say what it is and how openssl checks it.
 * Private keys are not among them.
 */
export async function formatPem(timeline: Timeline, { say }: Reader): Promise<string> {
  // Node's types tell the same calls in other words.
  const crypto = globalThis.crypto as unknown as WebCrypto;
  const certificates = timeline.certificates.map((one) => ({ one, contents: certificateContents(timeline, one) }));
  const parts = [comment(say('cli.pem.head'))];
  for (const ca of issuersOf(certificates.map(({ contents }) => contents.issuer))) {
    parts.push(comment(`CA ${ca.commonName}`) + (await authorityPem(ca, crypto)));
  }
  for (const csr of timeline.csrs) {
    const check = 'openssl req -in request.pem -noout -text -verify';
    parts.push(
      comment(say('cli.pem.asks', { name: csr.name, subject: csr.subject }), check) +
        (await requestPem(requestContents(csr), crypto)),
    );
  }
  for (const { one, contents } of certificates) {
    const from = String(contents.notBefore / 1000);
    const check = `openssl verify -attime ${from} -CAfile ca.pem certificate.pem`;
    parts.push(comment(`${one.file}: ${one.subject}`, check) + (await certificatePem(contents, crypto)));
  }
  return parts.join('\n');
}

/** The CA that a kubelet makes up stands behind its certificate already. */
function issuersOf(issuers: readonly Issuer[]): readonly Issuer[] {
  const signing = issuers.filter(({ kind }) => kind !== 'kubelet');
  return [...new Map(signing.map((issuer) => [issuer.kind, issuer])).values()];
}

function comment(...lines: readonly string[]): string {
  return lines.map((line) => `# ${printable(covered(line)).replaceAll(/[\r\n]/g, ' ')}\n`).join('');
}
