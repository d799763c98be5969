import { cover, covered } from '../core/messages/covered';

/** `--token=…`, `token: …`, `client-key-data: …`. */
const named =
  /((?:^|[\s"'_=-])(?:token|password|token-secret|token_secret|client-key-data)["']?\s?[=:]\s?["']?)([^\s"',}]+)/gi;

/** The first field of a row of a token file, behind the mark of a diff where there is one. */
const firstField = /^([ +-]?)((?!@@)(?:"[^"]*"|[^",]+))(?=,)/;

/** As `covered`, for lines of the file at a path: what it names as a secret is covered whatever it looks like. */
export function redactSource(text: string, path: string): string {
  const isTokenFile = /\.csv(?:\.\w+)?$/i.test(path);
  const rows = isTokenFile ? text.split('\n').map(coverFirstField).join('\n') : text;
  return covered(rows.replace(named, (_whole, name: string, value: string) => name + cover(value)));
}

/** Returns a replacer for `JSON.stringify` that covers secrets in every text. */
export function redactedValue(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? covered(value) : value;
}

function coverFirstField(line: string): string {
  return line.replace(firstField, (_whole, mark: string, field: string) => mark + cover(field));
}
