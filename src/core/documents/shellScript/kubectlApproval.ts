import type { CsrApprovalDocument } from '../csrApproval/csrApprovalDocument';
import { programIndex, programName } from '../flags/findProgram';
import { foundRequests, type ScriptCommands } from './foundRequests';
import { kubectlCall, optionsOf, type KubectlCall } from './kubectlCall';
import { oftener } from './compoundCommands';
import type { ScriptVariables } from './scriptVariables';
import type { ShellCommand } from './shellCommand';

type Runs = CsrApprovalDocument['runs'];

/** Returns the `kubectl certificate approve` commands of a script. */
export function kubectlApprovals(
  commands: readonly ShellCommand[],
  variables: ScriptVariables,
): readonly CsrApprovalDocument[] {
  const script = { commands, variables };
  const runs = new CommandRuns(commands);
  return commands.flatMap((command) => {
    const call = kubectlCall(command);
    const [certificate, approve] = call?.names ?? [];
    if (certificate?.content.text !== 'certificate' || approve?.content.text !== 'approve' || !call) return [];
    const found = requestsOf(call, script);
    if (!found) return [];
    const { isWatched, ...requests } = found;
    return [
      {
        type: 'csr-approval',
        range: command.range,
        headRange: { start: certificate.range.start, end: approve.range.end },
        requests,
        runs: isWatched ? 'endlessly' : runs.of(command),
      },
    ];
  });
}

type Found = CsrApprovalDocument['requests'] & { readonly isWatched: boolean };

/** Undefined for a command that approves nothing. */
function requestsOf(call: KubectlCall, script: ScriptCommands): Found | undefined {
  const { command, names } = call;
  const words = command.words.slice(0, programIndex(command.words));
  if (words.some((word) => programName(word) === 'xargs')) return foundRequests({ input: command }, script);
  const filled = names.slice(2).map((word) => ({ word, ...script.variables.fill(word) }));
  const hidden = filled.filter(({ isKnown }) => !isKnown).map(({ word }) => word);
  if (hidden.length > 0 || optionsOf(call, 'filename').length > 0) return foundRequests({ words: hidden }, script);
  const written = filled.flatMap(({ text }) => text.split(/\s+/)).map((name) => name.slice(name.lastIndexOf('/') + 1));
  const known = written.filter((name) => name !== '');
  return known.length > 0 ? { type: 'named', names: known, isWatched: false } : undefined;
}

/** How often the commands of a script run. */
class CommandRuns {
  readonly #ofFunctions = new Map<string, Runs>();

  constructor(private readonly commands: readonly ShellCommand[]) {}

  of({ runs, functionName }: ShellCommand): Runs {
    return functionName === undefined ? runs : oftener(runs, this.#ofFunction(functionName));
  }

  /** A function runs as often as those who call it; of one that calls itself, or that nobody calls, that is not known. */
  #ofFunction(name: string): Runs {
    const known = this.#ofFunctions.get(name);
    if (known !== undefined) return known;
    this.#ofFunctions.set(name, 'unknown');
    const calls = this.commands.filter(({ words }) => words[0]?.content.text === name);
    const runs = calls.length === 0 ? 'unknown' : calls.map((call) => this.of(call)).reduce(oftener);
    this.#ofFunctions.set(name, runs);
    return runs;
  }
}
