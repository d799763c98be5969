import { readFileSync } from 'node:fs';

/** Returns a request that openssl made, as PEM. */
export function requestFile(name: string): string {
  return readFileSync(new URL(`./requests/${name}.pem`, import.meta.url), 'utf8');
}

/** Returns a text as `spec.request` holds it. */
export function encoded(text: string | Uint8Array): string {
  return Buffer.from(text).toString('base64');
}

/** Returns bytes as PEM with a label. */
export function pemOf(label: string, bytes: Uint8Array): string {
  return `-----BEGIN ${label}-----\n${encoded(bytes).replaceAll(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;
}

/** Returns what stands in the first block of a PEM. */
export function derOf(pem: string): Uint8Array {
  return new Uint8Array(Buffer.from(pem.replaceAll(/-----[^-]+-----/g, ''), 'base64'));
}
