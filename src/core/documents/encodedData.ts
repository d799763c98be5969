import { decodeBase64 } from './base64';

/** base64 data of a certificate or a request, kept to be decoded: printing and serialising do not show it. */
export class EncodedData {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** In characters of base64. */
  get length(): number {
    return this.#text.length;
  }

  /** Returns the bytes, usually PEM text; undefined when this is no base64. */
  decode(): Uint8Array | undefined {
    return decodeBase64(this.#text);
  }

  /** Returns what may be shown of it: nothing but that it is there. */
  toString(): string {
    return this.#text === '' ? '' : '***';
  }

  toJSON(): string {
    return this.toString();
  }
}
