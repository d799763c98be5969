import { parseArguments } from './arguments';
import type { ExitCode, Io } from './io';
import { complain, firstLineOf } from './problems';
import { UsageError } from './usageError';
import { version } from './version';

/** Does what the words after the program's name ask for. Never throws: whatever goes wrong is one line on standard error. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const { say } = io.reader;
  try {
    return await dispatch(words, io);
  } catch (error) {
    if (error instanceof UsageError) complain(say('cli.wrongUsage', { problem: say(error.id, error.params) }), io);
    else complain(say('cli.fault', { error: firstLineOf(error) }), io);
    return 2;
  }
}

/** Each command is loaded when it is called: help and version have no need of the facts about Kubernetes. */
async function dispatch(words: readonly string[], io: Io): Promise<ExitCode> {
  const call = parseArguments(words);
  switch (call.command) {
    case 'help':
      io.out(io.reader.say('cli.help'));
      return 0;
    case 'version':
      io.out(`${version}\n`);
      return 0;
    case 'lint':
      return (await import('./lintCommand')).lintCommand(call, io);
    case 'fix':
      return (await import('./fixCommand')).fixCommand(call, io);
    case 'play':
      return (await import('./playCommand')).playCommand(call, io);
    case 'rules':
      return (await import('./rulesCommand')).rulesCommand(call, io);
  }
}
