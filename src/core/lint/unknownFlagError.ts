import type { Flag } from '../documents/commandLine';

/** Returns what every component of every release says about a flag it does not know (behaviour `err.unknownflag`, recorded 14-flags). */
export function unknownFlagError({ writtenName }: Flag): string {
  return `unknown flag: ${writtenName}`;
}
