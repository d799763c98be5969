import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { certificatePem } from '../../src/core/certificates/pem';
import { certificateContents } from '../../src/core/flow/pemContents';
import type { TimelineCertificate } from '../../src/core/flow/timeline';
import { certificateText, lineAfter, skip } from '../unit/certificates/openssl';
import { playRecording } from './play';
import { recordings, type RecordedCertificate } from './recording';

/** What a certificate says, whatever its key and the moment it was made at. */
interface Says {
  readonly subject: string;
  readonly issuer: string;
  readonly keyUsage: string;
  readonly extKeyUsage: string;
  readonly sans: string;
  readonly isCA: boolean | null;
  readonly key: string;
  readonly seconds: number;
}

const openSslNames: Readonly<Record<string, string>> = {
  digital_signature: 'Digital Signature',
  key_encipherment: 'Key Encipherment',
  clientAuth: 'TLS Web Client Authentication',
  serverAuth: 'TLS Web Server Authentication',
};

const listed = (names: readonly string[]): string => names.map((name) => openSslNames[name] ?? name).join(', ');

const timeless = (name: string): string => name.replace(/@\d+$/, '@TIME');

function recorded(certificate: RecordedCertificate): Says {
  const { subject, issuer, keyUsage, extKeyUsage, sans, isCA, key, notBefore_s, notAfter_s } = certificate;
  const name = ({ O, CN }: typeof subject): string => [`CN=${timeless(CN)}`, ...O.map((one) => `O=${one}`)].join();
  return {
    subject: name(subject),
    issuer: name(issuer),
    keyUsage: listed(keyUsage),
    extKeyUsage: listed(extKeyUsage),
    sans: [...sans.dns.map((dns) => `DNS:${dns}`), ...sans.ip.map((ip) => `IP Address:${ip}`)].join(', '),
    isCA,
    key,
    seconds: Math.round(notAfter_s - notBefore_s),
  };
}

function made(pem: string): Says {
  const text = certificateText(pem);
  const of = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
  const seconds = (Date.parse(of(/Not After : (.+)/)) - Date.parse(of(/Not Before: (.+)/))) / 1000;
  return {
    subject: of(/Subject: (.+)/).replace(/@\d+/, '@TIME'),
    issuer: timeless(of(/Issuer: (.+)/)),
    keyUsage: lineAfter(text, ' Key Usage:'),
    extKeyUsage: lineAfter(text, 'Extended Key Usage'),
    sans: lineAfter(text, 'Subject Alternative Name'),
    isCA: lineAfter(text, 'Basic Constraints') !== 'CA:FALSE',
    key: text.includes('NIST CURVE: P-256') ? 'EC-secp256r1' : `RSA-${of(/Public-Key: \((\d+) bit\)/)}`,
    seconds,
  };
}

/** One that whoever recorded made with openssl, and without the constraints that every signed one has. */
function isByHand({ isCA }: RecordedCertificate): boolean {
  return typeof isCA !== 'boolean';
}

/** The newest of each kind is enough: the others of one node differ in their dates only. */
function newest(certificates: readonly TimelineCertificate[], prefix: string): TimelineCertificate | undefined {
  return certificates.findLast(({ file }) => file.includes(prefix));
}

describe('certificates made for a play', { skip }, () => {
  for (const prefix of ['kubelet-client-', 'kubelet-server-', 'kubelet.crt']) {
    it(`say what the recorded ones say: ${prefix}`, async () => {
      let compared = 0;
      for (const recording of recordings()) {
        const timeline = playRecording(recording);
        const ours = newest(timeline.certificates, prefix);
        const theirs = recording.certificates.findLast(({ path }) => path.includes(`/${prefix}`));
        if (ours === undefined || theirs === undefined || isByHand(theirs)) continue;
        const pem = await certificatePem(certificateContents(timeline, ours), globalThis.crypto);
        assert.deepEqual(made(pem), recorded(theirs), recording.id);
        compared += 1;
      }
      assert.ok(compared > 0);
    });
  }
});
