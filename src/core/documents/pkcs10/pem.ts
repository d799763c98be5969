import { decodeBase64 } from '../base64';

/** A block of PEM: what stands between `BEGIN` and `-----`, and what it holds. */
export interface PemBlock {
  readonly label: string;
  readonly bytes: Uint8Array;
  /** What follows it in the text. */
  readonly rest: string;
}

const BEGIN = '-----BEGIN ';
const DASHES = '-----';

/** No label of PEM comes near it. */
const LONGEST_LABEL = 60;

/** Returns the first block of PEM in a text, whatever stands before it, as Go's encoding/pem finds it; undefined without one. */
export function firstPemBlock(text: string): PemBlock | undefined {
  let at = beginOf(text, 0);
  while (at !== -1) {
    const block = blockAt(text, at);
    if (block) return block;
    at = beginOf(text, at + BEGIN.length);
  }
  return undefined;
}

/** Only at the start of a line. */
function beginOf(text: string, from: number): number {
  if (from === 0 && text.startsWith(BEGIN)) return 0;
  const found = text.indexOf(`\n${BEGIN}`, from);
  return found === -1 ? -1 : found + 1;
}

function blockAt(text: string, at: number): PemBlock | undefined {
  const label = text.slice(at + BEGIN.length, at + BEGIN.length + LONGEST_LABEL).split(DASHES)[0] ?? '';
  if (!/^[A-Z0-9 ]+$/.test(label)) return undefined;
  const start = at + BEGIN.length + label.length + DASHES.length;
  const last = `-----END ${label}${DASHES}`;
  const end = text.indexOf(last, start);
  const bytes = end === -1 ? undefined : decodeBase64(bodyOf(text.slice(start, end)));
  return bytes && { label, bytes, rest: text.slice(end + last.length) };
}

/** Without headers, `Proc-Type: 4,ENCRYPTED`, which end at an empty line. */
function bodyOf(text: string): string {
  const lines = text.trim().split('\n');
  const isHeaded = lines[0]?.includes(':') === true;
  const body = isHeaded ? lines.slice(lines.findIndex((line) => line.trim() === '') + 1) : lines;
  return body.join('').replaceAll(/[ \t\r]/g, '');
}
