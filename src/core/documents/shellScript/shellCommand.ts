import type { Range } from '../../text/range';
import type { Word } from '../flags/word';
import type { MappedText } from '../mappedText';

/** The text between `<<EOF` and `EOF`. */
export interface Heredoc {
  /** As written; for `<<-` without the tabs in front of its lines. */
  readonly body: MappedText;
  /** True for `<<'EOF'`: the shell fills nothing in. */
  readonly quoted: boolean;
  /** True for `<<-`: tabs in front of its lines are no part of it. */
  readonly isIndented: boolean;
  /** False when the word that ends it is missing: the shell warns and takes all the rest. */
  readonly isClosed: boolean;
}

/** `> file`, `2>&1`, `<<EOF`. */
export interface Redirection {
  /** Without the number in front: `>`, `>>`, `<<-` … */
  readonly operator: string;
  /** The number in front; empty when there is none. */
  readonly descriptor: string;
  /** The file; for a heredoc the word that ends it. */
  readonly target: Word;
  readonly range: Range;
  /** Set for `<<` and `<<-`. */
  readonly heredoc: Heredoc | undefined;
}

/** `NAME=value`, `NAME+=" value"` or `NAME=( … )`. */
export interface ShellAssignment {
  readonly name: string;
  readonly nameRange: Range;
  /** True for `+=`: the value is added to what the variable held. */
  readonly appends: boolean;
  /** One word, or the elements of an array. */
  readonly value: Word | readonly Word[];
  /** The value as written; for an array what stands between the parentheses. */
  readonly valueRange: Range;
}

/** One simple command of a script. Whether it runs is not looked at. */
export interface ShellCommand {
  /** The program and its arguments; empty for a line of assignments. */
  readonly words: readonly Word[];
  /** Those in front of the program, or those that `export` and its kin make. */
  readonly assignments: readonly ShellAssignment[];
  readonly redirections: readonly Redirection[];
  /** From its first word to its last word or redirection. */
  readonly range: Range;
  /** Where the line that it stands in ends: behind continued lines and heredocs, before the line end. */
  readonly lineEnd: number;
  /** True when the next command reads what this one writes. */
  readonly pipes: boolean;
  /** Whether it stands in a script of its own, inside quotes or a heredoc, and how far that lets it be edited. */
  readonly nesting: 'none' | 'editable' | 'uneditable';
  /** `endlessly` in a loop that nothing ends, `unknown` in one that something may end; other loops come to their end. */
  readonly runs: 'once' | 'endlessly' | 'unknown';
  /** True in a branch that a version decides: whoever wrote it knows for which releases it is. */
  readonly byVersion: boolean;
  /** The function in whose body it stands. */
  readonly functionName: string | undefined;
}
