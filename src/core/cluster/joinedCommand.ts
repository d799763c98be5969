import { flagsOf, type CommandLine, type Flag, type VariableReference } from '../documents/commandLine';
import type { ComponentName } from '../documents/component';
import type { InFile } from './cluster';
import type { UnknownReason } from './setting';
import { singleFlagOf } from './variables';

/** The command line of one component as far as the files in view tell it. */
export interface JoinedCommand {
  readonly component: ComponentName;
  /** The file this command is known by: the unit, or the file of its variables. */
  readonly path: string;
  readonly lines: readonly InFile<CommandLine>[];
  /** In the order of effect: a variable's flags stand where the command takes it in. */
  readonly flags: readonly InFile<Flag>[];
  /** Why the line may hold more than `flags`; empty when all of it is in view. */
  readonly unknown: readonly UnknownReason[];
  /** Flags that may be set where we cannot see, while the rest of the line is in view. */
  readonly unknownFlags: ReadonlyMap<string, UnknownReason>;
}

/** What a variable stands for: its value, nothing at all, or a place not in view. */
export type VariableValue =
  | { readonly type: 'line'; readonly line: InFile<CommandLine> }
  | { readonly type: 'empty' }
  | { readonly type: 'unknown'; readonly reason: UnknownReason };

/** Returns what a variable stands for on a command line; in a value that names its own variable that is what it held before. */
export type Lookup = (variable: string, line: InFile<CommandLine>) => VariableValue;

/** OpenShift's builds of kube-apiserver and kube-controller-manager take their flags from this file as well. */
const OPENSHIFT_CONFIG = 'openshift-config';

const TEMPLATE = /\{\{|\{%|\$\{|\$\(|<%/;

/** Joins command lines in their order, putting in what their variables stand for. */
export function joinCommand(
  component: ComponentName,
  path: string,
  start: readonly InFile<CommandLine>[],
  lookup: Lookup,
): JoinedCommand {
  const joiner = new Joiner(lookup);
  for (const line of start) joiner.addLine(line);
  return { component, path, ...joiner.result() };
}

function unknown(reason: UnknownReason): VariableValue {
  return { type: 'unknown', reason };
}

class Joiner {
  readonly #lines: InFile<CommandLine>[] = [];
  readonly #flags: InFile<Flag>[] = [];
  readonly #unknown: UnknownReason[] = [];
  readonly #unknownFlags = new Map<string, UnknownReason>();

  constructor(private readonly lookup: Lookup) {}

  result(): Pick<JoinedCommand, 'lines' | 'flags' | 'unknown' | 'unknownFlags'> {
    return { lines: this.#lines, flags: this.#flags, unknown: this.#unknown, unknownFlags: this.#unknownFlags };
  }

  /** A line that is already in (a variable that names itself) is not taken in again. */
  addLine(line: InFile<CommandLine>): void {
    if (this.#lines.some(({ value }) => value === line.value)) return;
    this.#lines.push(line);
    if (line.value.conditional) this.#unknown.push({ type: 'templated', path: line.path });
    if (line.value.changedLater) this.#unknown.push({ type: 'changed-later', path: line.path });
    for (const argument of line.value.arguments) {
      if (argument.type === 'flag' && argument.flag.name === OPENSHIFT_CONFIG)
        this.#unknown.push({ type: 'file-not-in-view', path: argument.flag.value ?? '' });
      if (argument.type === 'flag') this.#flags.push({ path: line.path, value: argument.flag });
      else if (argument.type === 'reference') this.#addReference(argument.reference, line);
      else if (TEMPLATE.test(argument.stray.text)) this.#unknown.push({ type: 'templated', path: line.path });
      // Two backslashes at a line's end: what was meant to follow stands in the lines below (flag-malformed).
      else if (argument.stray.text === '\\') this.#unknown.push({ type: 'malformed', path: line.path });
    }
  }

  #addReference({ variable, templated, unsplit }: VariableReference, line: InFile<CommandLine>): void {
    const { path } = line;
    const value: VariableValue = templated ? unknown({ type: 'templated', path }) : this.lookup(variable, line);
    if (value.type === 'line') {
      const isOneArgument = !unsplit || value.line.value.arguments.length < 2;
      if (isOneArgument) this.addLine(value.line);
      else this.#unknown.push({ type: 'malformed', path });
    }
    if (value.type !== 'unknown') return;
    const flag = singleFlagOf(variable);
    if (flag === undefined) this.#unknown.push(value.reason);
    else this.#unknownFlags.set(flag, value.reason);
  }
}

/** Returns whether a command line gives one of the flags, by name without dashes. */
export function hasFlag(line: CommandLine, ...names: readonly string[]): boolean {
  return flagsOf(line).some(({ name }) => names.includes(name));
}
