import type { CommandLine } from './commandLine';
import type { Document } from './document';

/** Returns a command line that stands in a branch of a script that a version decides: its flags say so. */
export function inVersionBranch(line: CommandLine): CommandLine {
  return {
    ...line,
    arguments: line.arguments.map((argument) =>
      argument.type === 'flag' ? { type: 'flag', flag: { ...argument.flag, byVersion: true } } : argument,
    ),
  };
}

/** Returns the documents of a file that is written in such a branch. */
export function writtenInVersionBranch(documents: readonly Document[]): readonly Document[] {
  return documents.map((document) =>
    document.type === 'flags'
      ? {
          ...document,
          commandLines: document.commandLines.map(inVersionBranch),
          variables: document.variables.map((variable) => ({
            ...variable,
            commandLineFor: (component) => inVersionBranch(variable.commandLineFor(component)),
          })),
        }
      : document,
  );
}
