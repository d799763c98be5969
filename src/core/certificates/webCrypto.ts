/** The part of WebCrypto that is asked for here; Node's and the browser's `crypto` both are one. */
export interface WebCrypto {
  readonly subtle: {
    digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
    importKey(
      format: 'jwk',
      key: object,
      algorithm: KeyAlgorithm,
      extractable: boolean,
      usages: readonly ('sign' | 'verify')[],
    ): Promise<CryptoKey>;
    importKey(
      format: 'pkcs8',
      key: Uint8Array<ArrayBuffer>,
      algorithm: KeyAlgorithm,
      extractable: boolean,
      usages: readonly ('sign' | 'verify')[],
    ): Promise<CryptoKey>;
    exportKey(format: 'jwk', key: CryptoKey): Promise<unknown>;
    exportKey(format: 'spki', key: CryptoKey): Promise<ArrayBuffer>;
  };
}

export interface KeyAlgorithm {
  readonly name: string;
  readonly namedCurve?: string;
  readonly hash?: string;
}
