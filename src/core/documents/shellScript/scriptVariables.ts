import type { Word } from '../flags/word';
import { isDeclaration } from './assignmentWord';
import type { ShellCommand } from './shellCommand';

/** What a word says once the variables in it are filled in. */
export interface FilledWord {
  readonly text: string;
  /** False when the script does not tell what stands there; `text` is then as written. */
  readonly isKnown: boolean;
}

/** The variables of a script that always hold the same text: assigned once, and plainly. */
export class ScriptVariables {
  readonly #texts: ReadonlyMap<string, string | undefined>;

  constructor(commands: readonly ShellCommand[]) {
    const texts = new Map<string, string | undefined>();
    this.#texts = texts;
    for (const command of commands) {
      for (const { name, appends, value } of ownAssignments(command)) {
        const filled = 'content' in value && !appends && !texts.has(name) ? this.fill(value) : undefined;
        texts.set(name, filled?.isKnown ? filled.text : undefined);
      }
      for (const name of otherwiseSet(command)) texts.set(name, undefined);
    }
  }

  /** Returns what a variable always holds; undefined when the script does not tell. */
  textOf(name: string): string | undefined {
    return this.#texts.get(name);
  }

  /** Returns a word with its variables filled in. */
  fill({ content, unknown }: Word): FilledWord {
    let text = '';
    let done = 0;
    for (const { start, end, name } of unknown) {
      const value = name === undefined ? undefined : this.#texts.get(name);
      if (value === undefined) return { text: content.text, isKnown: false };
      text += content.text.slice(done, start) + value;
      done = end;
    }
    return { text: text + content.text.slice(done), isKnown: true };
  }
}

/** Returns the assignments that last: those in front of a program are for that program only. */
export function ownAssignments({ words, assignments }: ShellCommand): ShellCommand['assignments'] {
  return words.length === 0 || isDeclaration(words[0]) ? assignments : [];
}

/** `for NAME in …` and `read NAME`. */
function otherwiseSet({ words }: ShellCommand): readonly string[] {
  const [first, ...others] = words.map(({ content }) => content.text);
  if (first === 'for' || first === 'select') return others.slice(0, 1);
  return first === 'read' || first === 'unset' || first === 'getopts' ? others : [];
}
