/** Returns bytes that follow from a text, to be hashed: of each character the lower half. */
export function seedBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}
