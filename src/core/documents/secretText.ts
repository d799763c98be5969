/**
 * Text that must never leave this program: a token, a password, a private key. It is kept where neither printing nor
 * serialising nor inspecting shows it: whoever holds one can compare it and ask for its form, but not read it.
 */
export class SecretText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** In UTF-16 units. */
  get length(): number {
    return this.#text.length;
  }

  /** Returns whether both hold the same text. */
  equals(other: SecretText): boolean {
    return this.#text === other.#text;
  }

  /** Returns whether the whole text has a form; the expression must not be global. */
  matches(form: RegExp): boolean {
    return form.test(this.#text);
  }

  /** Returns what may be shown of it: nothing but that it is there. */
  toString(): string {
    return this.#text === '' ? '' : '***';
  }

  toJSON(): string {
    return this.toString();
  }
}

/** The two parts of a bootstrap token `id.secret`; the id is no secret, it is part of the user's name. */
export interface BootstrapTokenParts {
  readonly id: string;
  readonly secret: SecretText;
}

/** A token as a client sends it. */
export interface TokenText {
  readonly whole: SecretText;
  /** Undefined for a token of any other form. */
  readonly bootstrap: BootstrapTokenParts | undefined;
}

/** The form of a bootstrap token (`token.bootstrap`: kubernetes cluster-bootstrap, token/api/types.go). */
const BOOTSTRAP_TOKEN = /^([a-z0-9]{6})\.([a-z0-9]{16})$/;

/** Returns a token in a form that does not show it. */
export function tokenText(text: string): TokenText {
  const [, id, secret] = BOOTSTRAP_TOKEN.exec(text) ?? [];
  return {
    whole: new SecretText(text),
    bootstrap: id === undefined || secret === undefined ? undefined : { id, secret: new SecretText(secret) },
  };
}
