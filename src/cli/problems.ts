import type { RuleFault } from '../core/lint/lintTypes';
import type { Io } from './io';
import { printable } from './printable';
import { redact } from './redact';
import type { Unreadable } from './walk';

/** Says one line for each path that could not be read. */
export function reportUnreadable(unreadable: readonly Unreadable[], io: Io): void {
  for (const { path, reason } of unreadable) complain(`cannot read ${path}: ${reason}`, io);
}

/** Says one line for each rule that failed; the others' findings stand. */
export function reportFaults(faults: readonly RuleFault[], io: Io): void {
  for (const { rule, path, error } of faults) {
    complain(`rule ${rule} failed${path === undefined ? '' : ` on ${path}`}: ${firstLineOf(error)}`, io);
  }
}

/** Prints one line to standard error. */
export function complain(text: string, io: Pick<Io, 'err'>): void {
  io.err(`tls-bootstrap: ${printable(text)}\n`);
}

/** Returns an error in one line, without its stack. */
export function firstLineOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return redact(text.split('\n', 1)[0] ?? '');
}
