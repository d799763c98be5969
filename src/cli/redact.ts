/** A bootstrap token (`id.secret`), and a static token as `head -c 16 /dev/urandom | od -t x` makes it. */
const tokens = /\b(?:[a-z0-9]{6}\.[a-z0-9]{16}|[0-9a-fA-F]{32,})\b/g;

/** base64 of keys, certificates and service account tokens; long paths look alike and are told apart below. */
const encoded = /[A-Za-z0-9+/_-]{64,}={0,2}/g;

/** `--token=…`, `token: …`, `client-key-data: …`. */
const named =
  /((?:^|[\s"'_=-])(?:token|password|token-secret|token_secret|client-key-data)["']?\s?[=:]\s?["']?)([^\s"',}]+)/gi;

/** Returns the text with everything that looks like a token or key covered, character for character. */
export function redact(text: string): string {
  return text.replace(tokens, cover).replace(encoded, (run) => (looksEncoded(run) ? cover(run) : run));
}

/** The first field of a row of a token file, behind the mark of a diff where there is one. */
const firstField = /^([ +-]?)((?!@@)(?:"[^"]*"|[^",]+))(?=,)/;

/** As `redact`, for lines of the file at a path: what it names as a secret is covered whatever it looks like. */
export function redactSource(text: string, path: string): string {
  const isTokenFile = /\.csv(?:\.\w+)?$/i.test(path);
  const rows = isTokenFile ? text.split('\n').map(coverFirstField).join('\n') : text;
  return redact(rows.replace(named, (_whole, name: string, value: string) => name + cover(value)));
}

/** Returns a replacer for `JSON.stringify` that covers secrets in every text. */
export function redactedValue(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? redact(value) : value;
}

function looksEncoded(run: string): boolean {
  const capitals = run.replace(/[^A-Z]/g, '').length;
  const digits = run.replace(/[^0-9]/g, '').length;
  return capitals >= 6 && digits >= 3;
}

function cover(secret: string): string {
  return '*'.repeat(secret.length);
}

function coverFirstField(line: string): string {
  return line.replace(firstField, (_whole, mark: string, field: string) => mark + cover(field));
}
