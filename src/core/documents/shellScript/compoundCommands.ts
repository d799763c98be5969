import type { ShellCommand } from './shellCommand';

type Runs = ShellCommand['runs'];

type Counted = Pick<ShellCommand, 'words'> & { runs: Runs };

interface Loop {
  readonly keyword: 'while' | 'until' | 'for';
  /** Index of the first command of its condition. */
  readonly start: number;
  /** Undefined until its `do` is read. */
  body: { readonly start: number; readonly isEndless: boolean } | undefined;
}

/** Conditions that hold for ever, as people write them. */
const ALWAYS = /^(?:true|:|\[\[? 1 \]\]?|\[\[? 1 -eq 1 \]\]?|sleep \S+)$/;

const ENDLESS_ARITHMETIC = /\(\([ \t]*(?:;[ \t]*;|1|true)[ \t]*\)\)[\s;]*$/;

const ENDS_LOOP = new Set(['break', 'exit', 'return']);

const RANK: Readonly<Record<Runs, number>> = { once: 0, unknown: 1, endlessly: 2 };

/** What a condition says that asks for a version. */
const VERSION = /version|release|minor|semver|vercmp|\b1\.\d{1,2}\b/i;

interface Branch {
  /** Index of the first command of the condition that was read last. */
  start: number;
  asksForVersion: boolean;
}

/** Follows loops, branches and functions while a script is read, so that its commands know whether and how often they run. */
export class CompoundCommands {
  readonly #loops: Loop[] = [];
  readonly #branches: Branch[] = [];
  readonly #braces: (string | undefined)[] = [];

  /** The innermost function that is being read; undefined outside of functions. */
  get functionName(): string | undefined {
    return this.#braces.findLast((name) => name !== undefined);
  }

  /** True in an `if` or `case` that asks for a version. */
  get byVersion(): boolean {
    return this.#branches.some(({ asksForVersion }) => asksForVersion);
  }

  /** Takes in the head of a `case`, which is read as a command. */
  openCase({ words }: Pick<ShellCommand, 'words'>): void {
    this.#branches.push({ start: 0, asksForVersion: VERSION.test(words[1]?.content.text ?? '') });
  }

  /** Takes in a reserved word, with the commands and the text in front of it. */
  take(word: string, commands: readonly Counted[], before: string): void {
    switch (word) {
      case 'if':
        this.#branches.push({ start: commands.length, asksForVersion: false });
        break;
      case 'elif':
        this.#beginCondition(commands.length);
        break;
      case 'then':
        this.#endCondition(commands);
        break;
      case 'fi':
      case 'esac':
        this.#branches.pop();
        break;
      case 'while':
      case 'until':
        this.#loops.push({ keyword: word, start: commands.length, body: undefined });
        break;
      case 'do':
        this.#beginBody(commands, before);
        break;
      case 'done':
        endLoop(this.#loops.pop(), commands);
        break;
      case '{':
        this.openBrace(undefined);
        break;
      case '}':
        this.#braces.pop();
        break;
    }
  }

  /** Takes in the brace that opens the body of a function, or a group of commands. */
  openBrace(functionName: string | undefined): void {
    this.#braces.push(functionName);
  }

  #beginCondition(start: number): void {
    const branch = this.#branches.at(-1);
    if (branch) branch.start = start;
  }

  #endCondition(commands: readonly Counted[]): void {
    const branch = this.#branches.at(-1);
    const condition = commands.slice(branch?.start).flatMap(({ words }) => words.map(({ content }) => content.text));
    if (branch && VERSION.test(condition.join(' '))) branch.asksForVersion = true;
  }

  /** `for` and `select` are read as commands: their loop is known by its `do` alone. */
  #beginBody(commands: readonly Counted[], before: string): void {
    const last = this.#loops.at(-1);
    const loop: Loop =
      last && last.body === undefined ? last : { keyword: 'for', start: commands.length, body: undefined };
    if (loop !== last) this.#loops.push(loop);
    loop.body = { start: commands.length, isEndless: isEndless(loop, commands, before) };
  }
}

function isEndless({ keyword, start }: Loop, commands: readonly Counted[], before: string): boolean {
  if (keyword !== 'until' && ENDLESS_ARITHMETIC.test(before)) return true;
  const [condition, ...others] = commands.slice(start);
  if (!condition || others.length > 0) return false;
  const text = condition.words.map(({ content }) => content.text).join(' ');
  return keyword === 'until' ? text === 'false' : ALWAYS.test(text);
}

function endLoop(loop: Loop | undefined, commands: readonly Counted[]): void {
  if (!loop?.body?.isEndless) return;
  const body = commands.slice(loop.body.start);
  const mayEnd = body.some(({ words }) => ENDS_LOOP.has(words[0]?.content.text ?? ''));
  const runs = mayEnd ? 'unknown' : 'endlessly';
  for (const command of body) command.runs = oftener(command.runs, runs);
}

/** Returns how often a command runs that one loop, or script, holds inside of another. */
export function oftener(one: Runs, other: Runs): Runs {
  return RANK[one] < RANK[other] ? other : one;
}
