import type { Files } from '../rules/examples';

/** After so many milliseconds what is left is small enough. */
const longest = 10_000;

/** Returns the smallest files found for which `fails` still holds: without files, then lines, then characters. */
export function minimise(files: Files, fails: (files: Files) => boolean): Files {
  const end = Date.now() + longest;
  const isOver = (): boolean => Date.now() >= end;
  let current = files;
  for (const path of files.keys()) {
    const without = new Map([...current].filter(([other]) => other !== path));
    if (without.size > 0 && !isOver() && fails(without)) current = without;
  }
  for (const separator of [/(?<=\n)/, /(?:)/u]) {
    for (const [path, text] of current) {
      const failsWith = (parts: readonly string[]): boolean => fails(new Map([...current, [path, parts.join('')]]));
      current = new Map([...current, [path, fewest(text.split(separator), failsWith, isOver).join('')]]);
    }
  }
  return current;
}

/** Leaves out halves, quarters and so on down to single parts, as long as the rest still fails. */
function fewest(
  parts: readonly string[],
  fails: (parts: readonly string[]) => boolean,
  isOver: () => boolean,
): readonly string[] {
  let current = parts;
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < current.length && !isOver();) {
      const without = [...current.slice(0, at), ...current.slice(at + size)];
      if (fails(without)) current = without;
      else at += size;
    }
  }
  return current;
}
