import type { MappedText } from '../mappedText';

/** A file that another file holds as text: what a heredoc writes, the `content` of cloud-init's `write_files`. */
export interface EmbeddedFile {
  /** The path it gets on the node, as written; empty when it goes to a program (`kubectl apply -f -`). */
  readonly path: string;
  readonly content: MappedText;
  readonly writing: EmbeddedWriting;
  /** True when the outer file changes it afterwards (`sed -i`): what is absent may be there after all. */
  readonly isChanged?: boolean;
  /** True when a script writes it in a branch that asks for a version. */
  readonly byVersion?: boolean;
  /** True when it is put into a file that holds more. */
  readonly isPart?: boolean;
}

/** How text is written where the embedded file stands. */
export interface EmbeddedWriting {
  /** What stands before each line and is not part of the content: the indentation of a block scalar, tabs of `<<-`. */
  readonly indentation: string;
  /** How the end of a line is written; undefined when lines are those of the file that holds them. */
  readonly lineEnd: string | undefined;
  /** Returns a text without line ends as it has to be written there, or undefined when that cannot be done safely. */
  encode(text: string): string | undefined;
}

/** Lines that stand as they are. */
export const verbatimWriting: EmbeddedWriting = { indentation: '', lineEnd: undefined, encode: (text) => text };

/** Text that is encoded in a way nobody edits by hand. */
export const unwritable: EmbeddedWriting = { ...verbatimWriting, encode: () => undefined };

/** A string of JSON, or of YAML in double quotes, in one line. */
export const quotedWriting: EmbeddedWriting = {
  indentation: '',
  lineEnd: '\\n',
  encode: (text) => JSON.stringify(text).slice(1, -1),
};

/** Returns the writing of lines that stand as they are behind an indentation. */
export function indentedWriting(indentation: string): EmbeddedWriting {
  return { ...verbatimWriting, indentation };
}
