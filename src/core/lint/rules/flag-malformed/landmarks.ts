import type { Argument, CommandLine } from '../../../documents/commandLine';

/** The first places on a command line that decide what is said of the words behind them; Infinity for what is not there. */
export interface Landmarks {
  readonly flag: number;
  /** `--`, where flags end. */
  readonly end: number;
  /** A word without dashes that no flag takes. */
  readonly word: number;
}

const known = new WeakMap<CommandLine, Landmarks>();

/** Returns the landmarks of a line by the indices of its arguments; looked for once, however many words ask. */
export function landmarksOf(line: CommandLine): Landmarks {
  const found = known.get(line) ?? {
    flag: firstIndex(line, ({ type }) => type === 'flag'),
    end: firstIndex(line, (argument) => argument.type === 'stray' && argument.stray.text === '--'),
    word: firstIndex(line, (argument) => argument.type === 'stray' && !argument.stray.text.startsWith('-')),
  };
  known.set(line, found);
  return found;
}

function firstIndex({ arguments: all }: CommandLine, is: (argument: Argument) => boolean): number {
  const index = all.findIndex(is);
  return index === -1 ? Infinity : index;
}
