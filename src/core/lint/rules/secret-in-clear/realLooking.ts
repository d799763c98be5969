import type { SecretText } from '../../../documents/secretText';

/** Tokens of manuals and of kubeadm's own examples, and what people write in the place of one. */
const EXAMPLE = /0123456789abcdef|f395accd246ae52d|example|changeme|placeholder|redacted|your|token|secret|dummy/i;

/** A run of one character is drawn, not made by chance: `xxxxxx`, `000000`. */
const RUN = /([\w*.])\1{5}/;

/** Characters of a token as programs make them. */
const TOKEN = /^[\w.~+/=-]{16,}$/;

/** Returns whether a text looks like a token somebody uses, rather than an example or a placeholder. */
export function looksLikeToken(text: SecretText): boolean {
  const isRandom = text.matches(/\d/) && text.matches(/[a-z]/i);
  return isRandom && text.matches(TOKEN) && !text.matches(EXAMPLE) && !text.matches(RUN);
}

/** Returns whether base64 text looks like a private key in PEM; the shortest in use has more than 150 characters. */
export function looksLikeKey(text: SecretText): boolean {
  return text.length > 150 && text.matches(/^LS0tLS1CRUdJTi/);
}
