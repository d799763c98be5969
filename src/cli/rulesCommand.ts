import { rules } from '../core/lint/rules/index';
import type { RulesArguments } from './arguments';
import { painter, severityStyle } from './colour';
import type { ExitCode, Io } from './io';
import { padEnd } from './printable';
import { ruleEntries } from './ruleEntries';

/** Prints the rules there are. */
export function rulesCommand(call: RulesArguments, io: Io): ExitCode {
  const entries = ruleEntries(rules, io.reader);
  if (call.format === 'json') {
    io.out(`${JSON.stringify(entries, undefined, 2)}\n`);
    return 0;
  }
  const paint = painter(io.colour);
  const width = Math.max(...entries.map(({ id }) => id.length));
  for (const { id, severity, summary } of entries) {
    const word = padEnd(io.reader.say(`cli.severity.${severity}`), 7);
    io.out(`${paint('bold', id.padEnd(width))}  ${paint(severityStyle[severity], word)}  ${summary}\n`);
  }
  return 0;
}
