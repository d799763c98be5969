import type { WebCrypto } from './webCrypto';

/** Names by which @peculiar/x509 knows WebCrypto: the core has no types of a browser or of Node. */
declare global {
  type Crypto = WebCrypto;
  interface CryptoKey {
    readonly type: string;
  }
  interface CryptoKeyPair {
    readonly publicKey: CryptoKey;
    readonly privateKey: CryptoKey;
  }
  interface Algorithm {
    readonly name: string;
  }
  interface EcdsaParams extends Algorithm {
    readonly hash: string;
  }
}
