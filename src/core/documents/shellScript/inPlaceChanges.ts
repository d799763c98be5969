import { programIndex, programName } from '../flags/findProgram';
import type { Word } from '../flags/word';
import type { ShellCommand } from './shellCommand';

const IN_PLACE: Readonly<Record<string, RegExp>> = {
  sed: /^(?:-[nErsuz]*i|--in-place)/,
  gsed: /^(?:-[nErsuz]*i|--in-place)/,
  perl: /^-[a-zA-Z0]*i/,
  yq: /^(?:-[a-zA-Z]*i$|--inplace$|w$)/,
  patch: /^[^-]/,
};

/** Returns the words that name files which a command changes in place, in a way that may add or drop what stands there. */
export function changedInPlace({ words }: ShellCommand): readonly Word[] {
  const index = programIndex(words);
  const program = programName(words[index]);
  const pattern = Object.hasOwn(IN_PLACE, program) ? IN_PLACE[program] : undefined;
  const behind = words.slice(index + 1);
  if (!pattern || !behind.some(({ content }) => pattern.test(content.text))) return [];
  return program.endsWith('sed') && sedScripts(behind).every(fillsInOnly)
    ? []
    : behind.filter(({ content }) => !content.text.startsWith('-'));
}

/** The scripts of a `sed` command; one in a file is not in view and stands here by its name. */
function sedScripts(words: readonly Word[]): readonly string[] {
  const texts = words.map(({ content }) => content.text);
  const given = texts.flatMap((text, index) => {
    const joined = /^(?:--expression=|-e(?=.)|--file=|-f(?=.))(.*)$/s.exec(text)?.[1];
    return /^(?:-[nErsuz]*[ef]|--expression|--file)$/.test(text) ? (texts[index + 1] ?? '') : (joined ?? []);
  });
  return given.length > 0 ? given : texts.filter((text) => !text.startsWith('-')).slice(0, 1);
}

const SUBSTITUTION = /^\s*s([/#|,@!])([\w#@{}%<>:=. -]+)\1((?:(?!\1).)*)\1[gI\d]*\s*(?:;|$)/s;

/** Whether a script of `sed` does nothing but put values in the place of plain words. */
function fillsInOnly(script: string): boolean {
  let rest = script;
  while (rest.trim() !== '') {
    const [whole, , , value = ''] = SUBSTITUTION.exec(rest) ?? [];
    if (whole === undefined || /(?:^|\s)--/.test(value)) return false;
    rest = rest.slice(whole.length);
  }
  return true;
}
