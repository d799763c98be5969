import type { Reader } from './reader';

/** What the program touches outside itself, so that a test can stand in for it. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Returns all of standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Who reads what is printed, and in which language. */
  readonly reader: Reader;
  /** Whether escape sequences for colour may be printed. */
  readonly colour: boolean;
  /** Today, for dates in a play. */
  readonly now: () => Date;
}

/** 0: clean. 1: findings, or a play that ends badly. 2: wrong usage, an unreadable path, or a fault of the program. */
export type ExitCode = 0 | 1 | 2;
