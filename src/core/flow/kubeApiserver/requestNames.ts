/** The characters Kubernetes uses behind `generateName`. */
const GENERATED = 'bcdfghjklmnpqrstvwxz2456789';

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Returns the name of the nth request made with `generateName: csr-`. Invented, and the same in every run. */
export function generatedName(nodeName: string, count: number): string {
  return `csr-${letters(`${nodeName}/${String(count)}`, GENERATED, 5)}`;
}

/** Returns the name that a blocking bootstrap gives its request: the same key, subject and usages give the same name. */
export function digestName(nodeName: string, key: number, usages: readonly string[]): string {
  return `node-csr-${letters(`${nodeName}/${String(key)}/${usages.join()}`, BASE64URL, 43)}`;
}

function letters(seed: string, alphabet: string, length: number): string {
  let state = hash(seed);
  let text = '';
  for (let index = 0; index < length; index += 1) {
    state = mix(state + 0x9e3779b9);
    text += alphabet[state % alphabet.length] ?? '';
  }
  return text;
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return state >>> 0;
}

function mix(value: number): number {
  let state = value | 0;
  state = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  state = Math.imul(state ^ (state >>> 15), 0x735a2d97);
  return (state ^ (state >>> 15)) >>> 0;
}
