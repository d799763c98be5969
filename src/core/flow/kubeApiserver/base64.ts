const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Returns base64 text decoded as Latin-1, enough for the ASCII values of a bootstrap token; undefined when it is no base64. */
export function decodeBase64(text: string): string | undefined {
  const digits = text.replace(/\s/g, '').replace(/={0,2}$/, '');
  let bits = 0;
  let held = 0;
  let decoded = '';
  for (const digit of digits) {
    const value = ALPHABET.indexOf(digit);
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xfff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      decoded += String.fromCharCode((bits >> held) & 0xff);
    }
  }
  return decoded;
}
