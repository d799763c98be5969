/** What one place of a pattern stands for: a letter of a name, or a folder of a path. */
type Part<T> = ((item: T) => boolean) | typeof MANY;

/** Any number of whatever comes: `*` in a name, `**` in a path. */
const MANY = 'many';

/** Why a pattern cannot be read. */
export type GlobProblem = 'empty' | 'absolute' | 'above' | 'unclosed' | 'long';

/** A pattern that was read; it is asked with paths below its folder, with forward slashes. */
export type Glob = (path: string) => boolean;

const MAX_CHARACTERS = 1000;

/** So many alternatives are told apart: braces after braces multiply. */
const MAX_ALTERNATIVES = 200;

/**
 * Reads a pattern as the editor's own settings have them: `*` and `?` within a name, `**` for any folders, `{a,b}`, `[a-z]` and
 * `[!a]`. A pattern that ends with a plain name stands for the file and, if it is a folder, for all below it. Returns why not
 * when it cannot be read. However pattern and path are made, matching takes time in proportion to their product.
 */
export function readGlob(pattern: string): Glob | GlobProblem {
  const path = withSlashes(pattern);
  if (path === '') return 'empty';
  if (path.length > MAX_CHARACTERS) return 'long';
  if (path.startsWith('/') || path.startsWith('~') || /^[a-z]:/i.test(path)) return 'absolute';
  const alternatives = alternativesOf(path);
  if (typeof alternatives === 'string') return alternatives;
  if (alternatives.some((alternative) => alternative.split('/').includes('..'))) return 'above';
  const read = alternatives.map(foldersOf);
  if (read.some((folders) => folders === undefined)) return 'unclosed';
  return (asked) => {
    const names = asked.split('/');
    return read.some((folders) => folders !== undefined && fits(folders, names));
  };
}

/** Returns a readable pattern as the editor's own search takes it: forward slashes only, none at the end. */
export function searchedGlob(pattern: string): string {
  return namesOf(withSlashes(pattern)).join('/');
}

function withSlashes(pattern: string): string {
  return pattern.trim().replaceAll('\\', '/');
}

function namesOf(pattern: string): readonly string[] {
  return pattern.split('/').filter((name) => name !== '' && name !== '.');
}

/** Every pattern without braces that a pattern with braces stands for. */
function alternativesOf(pattern: string): readonly string[] | GlobProblem {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const start = next.lastIndexOf('{');
    if (start < 0) {
      if (next.includes('}')) return 'unclosed';
      done.push(next);
      continue;
    }
    const end = next.indexOf('}', start);
    if (end < 0) return 'unclosed';
    const [before, after] = [next.slice(0, start), next.slice(end + 1)];
    for (const choice of next.slice(start + 1, end).split(',')) open.push(`${before}${choice}${after}`);
    if (open.length + done.length > MAX_ALTERNATIVES) return 'long';
  }
  return done;
}

function foldersOf(pattern: string): readonly Part<string>[] | undefined {
  const names = namesOf(pattern);
  const folders: Part<string>[] = [];
  for (const name of names) {
    const letters = name === '**' ? MANY : lettersOf(name);
    if (letters === undefined) return undefined;
    folders.push(letters === MANY ? MANY : (asked) => fits(letters, Array.from(asked)));
  }
  return /[*?[]/.test(names.at(-1) ?? '') ? folders : [...folders, MANY];
}

function lettersOf(name: string): readonly Part<string>[] | undefined {
  const letters: Part<string>[] = [];
  const characters = Array.from(name);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at];
    if (character === '*') letters.push(MANY);
    else if (character === '?') letters.push(() => true);
    else if (character === '[') {
      const end = characters.indexOf(']', at + 2);
      if (end < 0) return undefined;
      letters.push(oneOf(characters.slice(at + 1, end)));
      at = end;
    } else letters.push((letter) => letter === character);
  }
  return letters;
}

/** What stands between brackets: letters and ranges, all but these after `!` or `^`. */
function oneOf(inside: readonly string[]): (letter: string) => boolean {
  const isNot = inside[0] === '!' || inside[0] === '^';
  const ranges: (readonly [string, string])[] = [];
  for (let at = isNot ? 1 : 0; at < inside.length; at += 1) {
    const from = inside[at] ?? '';
    const to = inside[at + 1] === '-' ? inside[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return (letter) => ranges.some(([from, to]) => from <= letter && letter <= to) !== isNot;
}

/** Whether items are what the parts stand for, in order. Goes back to the last `MANY` only, which is always enough. */
function fits<T>(parts: readonly Part<T>[], items: readonly T[]): boolean {
  let at = 0;
  let many: { readonly at: number; next: number } | undefined;
  for (let item = 0; item < items.length;) {
    const part = parts[at];
    const asked = items[item];
    if (part === MANY) {
      many = { at, next: item };
      at += 1;
    } else if (part !== undefined && asked !== undefined && part(asked)) {
      at += 1;
      item += 1;
    } else if (many) {
      many.next += 1;
      item = many.next;
      at = many.at + 1;
    } else return false;
  }
  return parts.slice(at).every((part) => part === MANY);
}
