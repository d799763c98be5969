import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why tests that ask openssl are skipped; false when it is there. */
export const skip = spawnSync('openssl', ['version']).status === 0 ? false : 'the program openssl is not installed';

/** What openssl said, and whether it was content. */
export interface Answer {
  readonly ok: boolean;
  readonly text: string;
}

/** Runs openssl on files of these names and texts, in a folder of their own. */
export function openssl(args: readonly string[], files: Readonly<Record<string, string>>): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'tls-bootstrap-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
    return { ok: status === 0, text: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns what openssl reads in the first certificate of a PEM. */
export function certificateText(pem: string): string {
  const { ok, text } = openssl(['x509', '-in', 'c.pem', '-noout', '-text', '-nameopt', 'RFC2253'], { 'c.pem': pem });
  if (!ok) throw new Error(text);
  return text;
}

/** Returns what openssl reads in a request; an error when its signature is not that of its key. */
export function requestText(pem: string): string {
  const args = ['req', '-in', 'r.pem', '-noout', '-text', '-verify', '-nameopt', 'RFC2253'];
  const { ok, text } = openssl(args, { 'r.pem': pem });
  if (!ok || !text.includes('verify OK')) throw new Error(text);
  return text;
}

/** Verifies a certificate against a CA at a moment in milliseconds of Unix time. */
export function verify(pem: string, ca: string, at: number): Answer {
  const moment = String(Math.floor(at / 1000));
  const args = ['verify', '-x509_strict', '-attime', moment, '-CAfile', 'ca.pem', 'c.pem'];
  return openssl(args, { 'c.pem': pem, 'ca.pem': ca });
}

/** Returns the line behind a heading of openssl's text, without blanks around it. */
export function lineAfter(text: string, heading: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(heading));
  return at === -1 ? '' : (lines[at + 1] ?? '').trim();
}
