import type { Params } from './message';

/** A bootstrap token (`id.secret`), and a static token as `head -c 16 /dev/urandom | od -t x` makes it. */
const tokens = /\b(?:[a-z0-9]{6}\.[a-z0-9]{16}|[0-9a-fA-F]{32,})\b/g;

/** base64 of keys, certificates and service account tokens; long paths look alike and are told apart below. */
const encoded = /[A-Za-z0-9+/_-]{64,}={0,2}/g;

const SHORTEST = 'abcdef.0123456789abcdef'.length;

/** Returns the text with everything that looks like a token or key covered, character for character. */
export function covered(text: string): string {
  if (text.length < SHORTEST) return text;
  return text.replace(tokens, cover).replace(encoded, (run) => (looksEncoded(run) ? cover(run) : run));
}

/** Returns what is to be filled in into a message, covered. */
export function coveredParams(params: Params): Params {
  return coveredData(params) as Params;
}

/** Returns plain data in which every text is covered. */
export function coveredData(data: unknown): unknown {
  if (typeof data === 'string') return covered(data);
  if (Array.isArray(data)) return data.map(coveredData);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, coveredData(value)]));
}

function looksEncoded(run: string): boolean {
  const capitals = run.replace(/[^A-Z]/g, '').length;
  const digits = run.replace(/[^0-9]/g, '').length;
  return capitals >= 6 && digits >= 3;
}

/** Returns as many stars as a text has characters, so that what stands behind it stays in place. */
export function cover(secret: string): string {
  return '*'.repeat(secret.length);
}
