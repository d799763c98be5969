import type { RuleFault } from '../core/lint/lintTypes';
import type { Io } from './io';
import { printable } from './printable';
import { covered } from '../core/messages/covered';
import type { Reason, Unreadable } from './walk';

/** Says one line for each path that could not be read. */
export function reportUnreadable(unreadable: readonly Unreadable[], io: Io): void {
  for (const { path, reason } of unreadable)
    complain(io.reader.say('cli.unreadable', { path, reason: reasonText(reason, io) }), io);
}

/** Says one line for each file that could not be written. */
export function reportUnwritable(unwritable: readonly Unreadable[], io: Io): void {
  for (const { path, reason } of unwritable)
    complain(io.reader.say('cli.unwritable', { path, reason: reasonText(reason, io) }), io);
}

/** Says one line for each rule that failed; the others' findings stand. */
export function reportFaults(faults: readonly RuleFault[], io: Io): void {
  for (const { rule, path, error } of faults) {
    const params = { rule, error: firstLineOf(error) };
    const { say } = io.reader;
    complain(path === undefined ? say('cli.ruleFailed', params) : say('cli.ruleFailedOn', { ...params, path }), io);
  }
}

function reasonText({ id, code }: Reason, { reader }: Io): string {
  return reader.say(id, { code });
}

/** Prints one line to standard error. */
export function complain(text: string, io: Pick<Io, 'err'>): void {
  io.err(`tls-bootstrap: ${printable(text)}\n`);
}

/** Returns an error in one line, without its stack. */
export function firstLineOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return covered(text.split('\n', 1)[0] ?? '');
}
