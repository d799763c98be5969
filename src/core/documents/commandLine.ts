import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';
import type { ComponentName } from './component';

/** How a flag's value was written: `--name=value`, `--name value`, or no value at all. */
export type FlagForm = 'equals' | 'separate' | 'bare';

/** One flag as written. A repeated flag is two of these. */
export interface Flag {
  /** Name without dashes in front, `_` turned into `-` as pflag's normaliser does. */
  readonly name: string;
  /** Name as written, with its dashes. */
  readonly writtenName: string;
  readonly nameRange: Range;
  readonly form: FlagForm;
  /** Value after the host's quoting is undone; undefined for the bare form. */
  readonly value: string | undefined;
  /** Range of the value inside its quotes; undefined for the bare form. */
  readonly valueRange: Range | undefined;
  /** The whole flag with its value, quotes included. */
  readonly range: Range;
  /** True when a template or an unresolved variable stands in the value (or the name): judge nothing about it. */
  readonly templated: boolean;
  /** True when a template statement such as `{% if … %}` decides whether it is passed. */
  readonly conditional?: boolean;
  /** True in a branch of a script that asks for a version: for which releases the flag is, its writer knows. */
  readonly byVersion?: boolean;
}

/** `$KUBELET_ARGS` on a command line: flags that are written in another place. */
export interface VariableReference {
  /** The variable's name, or the text as written when it is more than a name (`{{ kubelet_args }}`, `$A$B`). */
  readonly variable: string;
  readonly range: Range;
  /** True for a template: what is written there cannot be known from any file. */
  readonly templated: boolean;
  /** True for `${NAME}` in a unit: systemd hands the value on as one argument instead of splitting it. */
  readonly unsplit: boolean;
}

/** A word that is neither a flag nor a flag's value. */
export interface StrayArgument {
  readonly text: string;
  readonly range: Range;
}

/** What stands on the line, in the order written. */
export type Argument =
  | { readonly type: 'flag'; readonly flag: Flag }
  | { readonly type: 'reference'; readonly reference: VariableReference }
  | { readonly type: 'stray'; readonly stray: StrayArgument };

/**
 * Edits one command line in the syntax of the file that holds it: continuation, indentation and quoting come out right.
 * Every method returns the fewest edits that do it, or undefined when this place cannot be edited safely.
 */
export interface CommandLineEditor {
  /** Adds a flag written as `--name` or `--name=value` after the last one. */
  add(flag: string): readonly TextEdit[] | undefined;
  /** Removes a flag with its value and the space or line that only it used. */
  remove(flag: Flag): readonly TextEdit[] | undefined;
  /** Gives a flag another value, keeping its form; a bare flag becomes `--name=value`. */
  setValue(flag: Flag, value: string): readonly TextEdit[] | undefined;
  /** Gives a flag another name (without dashes), keeping its value and form. */
  rename(flag: Flag, name: string): readonly TextEdit[] | undefined;
}

/**
 * Flags of one component in one place: a command with its program (`ExecStart=/usr/bin/kubelet …`),
 * or the value of a variable that a command elsewhere takes in (`KUBELET_ARGS="…"`).
 */
export interface CommandLine {
  readonly component: ComponentName;
  /** The variable whose value this is; undefined for a command with its program. */
  readonly variable: string | undefined;
  /** Range of the flags (for a variable: of the value inside its quotes). */
  readonly range: Range;
  /** Where a finding about the line as a whole is shown: the variable's name or the program. */
  readonly headRange: Range;
  readonly arguments: readonly Argument[];
  /** True when a template statement decides whether the command or the variable is there. */
  readonly conditional?: boolean;
  /** True when the script that writes the file changes it afterwards: more may stand here. */
  readonly changedLater?: boolean;
  /** Set when lines behind the command look like its flags and are none. */
  readonly cutOff?: CutOff;
  readonly editor: CommandLineEditor;
}

/** Lines that a command lost because the line above them does not end in a backslash. */
export interface CutOff {
  /** Where the last line of the command ends. */
  readonly after: number;
  readonly lines: readonly { readonly range: Range; readonly text: string }[];
}

/** Returns the flags of a command line in the order written. */
export function flagsOf(line: CommandLine): readonly Flag[] {
  return line.arguments.flatMap((argument) => (argument.type === 'flag' ? [argument.flag] : []));
}

/** Returns the variables a command line takes in, in the order written. */
export function referencesOf(line: CommandLine): readonly VariableReference[] {
  return line.arguments.flatMap((argument) => (argument.type === 'reference' ? [argument.reference] : []));
}
