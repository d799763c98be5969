import type { SyntaxProblem } from '../document';
import { findProgram } from '../flags/findProgram';
import { openQuotes } from '../flags/openQuotes';
import type { ShellCommand } from './shellCommand';

/** Returns what commands of components and heredocs that concern them never close, up to the first one. */
export function unclosedIn(commands: readonly ShellCommand[]): readonly SyntaxProblem[] {
  for (const command of commands) {
    if (command.nesting !== 'none') continue;
    const [problem] = [...(findProgram(command.words) ? openQuotes(command.words) : []), ...openHeredocs(command)];
    if (problem) return [problem];
  }
  return [];
}

function openHeredocs({ redirections }: ShellCommand): readonly SyntaxProblem[] {
  return redirections.flatMap(({ heredoc, target }) =>
    heredoc?.isClosed === false && target.unknown.length === 0 && /kube/i.test(heredoc.body.text)
      ? [{ range: target.range, reason: 'this heredoc is never closed', unclosed: 'heredoc' }]
      : [],
  );
}
