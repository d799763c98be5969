const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const VALUES = new Map(Array.from(ALPHABET, (digit, value) => [digit, value]));

/**
 * Returns the bytes that a text stands for, or undefined when it is no base64. As strict as Kubernetes' reader: padding is
 * required, line ends are skipped, blanks are refused (Go's encoding/base64, `StdEncoding`).
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const written = text.replaceAll(/[\r\n]/g, '');
  if (written.length % 4 !== 0) return undefined;
  const padding = written.endsWith('==') ? 2 : written.endsWith('=') ? 1 : 0;
  const digits = written.slice(0, written.length - padding);
  const bytes = new Uint8Array((written.length / 4) * 3 - padding);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const digit of digits) {
    const value = VALUES.get(digit);
    if (value === undefined) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
  }
  return bytes;
}

/** Returns bytes as base64 with padding, in one line. */
export function encodeBase64(bytes: readonly number[]): string {
  let encoded = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.slice(at, at + 3);
    const digits = [first >> 2, ((first & 3) << 4) | (second >> 4), ((second & 15) << 2) | (third >> 6), third & 63];
    const used = Math.min(bytes.length - at, 3) + 1;
    encoded += digits.map((digit, index) => (index < used ? ALPHABET.charAt(digit) : '=')).join('');
  }
  return encoded;
}

/** Returns bytes as text, each byte one character: right for ASCII, which is all that tokens and PEM need. */
export function asciiText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Returns the bytes of an ASCII text, or undefined when it holds other characters. */
export function asciiBytes(text: string): readonly number[] | undefined {
  const codes = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return codes.every((code) => code < 0x80) ? codes : undefined;
}
