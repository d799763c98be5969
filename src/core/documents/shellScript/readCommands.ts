import type { Word } from '../flags/word';
import type { MappedText } from '../mappedText';
import { findTemplates } from '../templates';
import { assignmentOf, isArrayAssignment, isAssignment, isDeclaration } from './assignmentWord';
import { CompoundCommands } from './compoundCommands';
import { readArray } from './readArray';
import { readHeredoc } from './readHeredoc';
import { readRedirection, type OpenRedirection } from './readRedirection';
import { reservedWords } from './reservedWords';
import type { ShellAssignment, ShellCommand } from './shellCommand';
import { statementLineEnds } from './statementLines';
import { indexOrEnd, lineEndLength } from './textPlaces';
import { ShellWordReader, type ClosedEnd } from './wordReader';

type Changing<T> = { -readonly [K in keyof T]: T[K] };

interface Draft {
  words: Word[];
  assignments: ShellAssignment[];
  redirections: OpenRedirection[];
  start: number;
  end: number;
}

const OPERATOR = /;;&?|;&|;|&&|&|\|\||\|&?|[()]/y;

/** Commands in commands deeper than this are not read. */
const MAXIMUM_DEPTH = 30;

/**
 * Returns the simple commands of a script in the order written, those in functions and branches too; what stands in `$(…)`,
 * and the head of a function, is left out. Never throws: a quote or heredoc that is never closed reaches to the end.
 */
export function readCommands(base: MappedText): readonly ShellCommand[] {
  return new CommandReader(base).read();
}

/** Returns a reader of the expansions in a text that is no script: a heredoc, or the value of a variable. */
export function expansionReader(base: MappedText): ShellWordReader {
  return new CommandReader(base).words;
}

class CommandReader {
  readonly words: ShellWordReader;
  readonly #text: string;
  readonly #statementLineEnds: ReadonlySet<number>;
  #at = 0;
  #depth = 0;
  #commands: Changing<ShellCommand>[] = [];
  #draft: Draft = emptyDraft();
  #compound = new CompoundCommands();
  #heredocs: OpenRedirection[] = [];
  /** Index of the first command of the line that is being read. */
  #lineStart = 0;
  /** True behind `&&`, `||` and `|`: the line end that follows ends nothing. */
  #goesOn = false;

  constructor(readonly base: MappedText) {
    this.#text = base.text;
    const templates = findTemplates(base.text).filter(({ start }) => this.#text[start - 1] !== '$');
    this.#statementLineEnds = statementLineEnds(base.text, templates);
    const ends = new Map(templates.map(({ start, end }) => [start, end]));
    this.words = new ShellWordReader(base, ends, (start) => this.#substitutionEnd(start));
  }

  read(): readonly ShellCommand[] {
    if (this.#text.charCodeAt(0) === 0xfeff) this.#at = 1;
    this.#commandsTo(undefined);
    return this.#commands;
  }

  /** Reads up to the end, or behind the parenthesis that closes what was opened before; true when there is one. */
  #commandsTo(closing: ')' | undefined): boolean {
    let open = 0;
    while (this.#at < this.#text.length) {
      const character = this.#text.charAt(this.#at);
      const blank = this.#blankLength();
      if (blank > 0) this.#at += blank;
      else if (character === '\n') this.#lineEnd();
      else if (character === '#') this.#at = indexOrEnd(this.#text, '\n', this.#at);
      else if (character === ')' && closing && open === 0) {
        this.#endCommand('');
        this.#at += 1;
        return true;
      } else {
        if (character === '(') open += 1;
        if (character === ')') open -= 1;
        this.#token();
      }
    }
    this.#endCommand('');
    this.#endLine(this.#text.length);
    return false;
  }

  /** Length of a blank, or of a line end that ends no command; 0 when neither stands here. */
  #blankLength(): number {
    const character = this.#text.charAt(this.#at);
    if (' \t\r'.includes(character) || this.#statementLineEnds.has(this.#at)) return 1;
    const lineEnd = character === '\\' ? lineEndLength(this.#text, this.#at + 1) : 0;
    return lineEnd > 0 ? 1 + lineEnd : 0;
  }

  #token(): void {
    if (this.#arithmetic() || this.#redirection()) return;
    OPERATOR.lastIndex = this.#at;
    const operator = OPERATOR.exec(this.#text)?.[0];
    if (operator !== undefined) {
      this.#at += operator.length;
      this.#endCommand(operator);
      return;
    }
    this.#goesOn = false;
    if (isArrayAssignment(this.#text, this.#at)) this.#array();
    else this.#word();
  }

  /** `((i = 1 << 2))` as a command of its own, and the head of `for ((…))`. */
  #arithmetic(): boolean {
    if (!this.#text.startsWith('((', this.#at)) return false;
    const line = this.#text.slice(this.#at, indexOrEnd(this.#text, '\n', this.#at));
    const end = line.indexOf('))');
    this.#at += end === -1 ? line.length : end + 2;
    return true;
  }

  #redirection(): boolean {
    const found = readRedirection(this.base, this.words, this.#at);
    if (!found) return false;
    const { redirection, end } = found;
    const start = this.#at;
    this.#at = end;
    if (redirection.operator === '<<' || redirection.operator === '<<-') this.#heredocs.push(redirection);
    this.#draft.redirections.push(redirection);
    this.#extendDraft(start);
    return true;
  }

  #word(): void {
    const start = this.#at;
    const word = this.#readWord();
    const { words, assignments } = this.#draft;
    const isPlain = word.range.end - word.range.start === word.content.text.length;
    if (words.length === 0 && isPlain && reservedWords.has(word.content.text)) {
      this.#reservedWord(word.content.text, start);
      return;
    }
    if (word.content.text === '{' && words[0]?.content.text === 'function') {
      this.#compound.openBrace(words[1]?.content.text);
      this.#draft = emptyDraft();
      return;
    }
    if (isAssignment(this.#text, start) && (words.length === 0 || isDeclaration(words[0])))
      assignments.push(assignmentOf(word));
    else words.push(word);
    this.#extendDraft(start);
  }

  #reservedWord(text: string, start: number): void {
    const before = this.#text.slice(Math.max(start - 40, 0), start);
    const head = text === '{' && /\(\s*\)\s*$/.test(before) ? this.#commands.pop() : undefined;
    this.#lineStart = Math.min(this.#lineStart, this.#commands.length);
    if (head) this.#compound.openBrace(head.words.at(-1)?.content.text);
    else this.#compound.take(text, this.#commands, before);
  }

  #array(): void {
    const start = this.#at;
    const { assignment, end } = readArray(this.base, this.words, start);
    this.#at = end;
    this.#draft.assignments.push(assignment);
    this.#extendDraft(start);
  }

  #readWord(): Word {
    const { word, end } = this.words.read(this.#at);
    this.#at = Math.min(end, this.#text.length);
    return word;
  }

  #extendDraft(start: number): void {
    if (this.#draft.start === -1) this.#draft.start = start;
    this.#draft.end = this.#at;
  }

  #endCommand(operator: string): void {
    const { start, end, ...parts } = this.#draft;
    const pipes = operator.startsWith('|') && operator !== '||';
    this.#goesOn = pipes || operator === '&&' || operator === '||';
    if (start === -1) return;
    if (parts.words[0]?.content.text === 'case') this.#compound.openCase(parts);
    this.#commands.push({
      range: this.base.rangeOf(start, end),
      lineEnd: -1,
      pipes,
      nesting: 'none',
      runs: 'once',
      functionName: this.#compound.functionName,
      byVersion: this.#compound.byVersion,
      ...parts,
    });
    this.#draft = emptyDraft();
  }

  #lineEnd(): void {
    const goesOn = this.#goesOn && this.#draft.start === -1;
    if (!goesOn) this.#endCommand('');
    let end = this.#text[this.#at - 1] === '\r' ? this.#at - 1 : this.#at;
    this.#at += 1;
    for (const redirection of this.#heredocs) {
      const { heredoc, next, lastLineEnd } = readHeredoc(this.base, this.#at, redirection);
      redirection.heredoc = heredoc;
      this.#at = next;
      end = lastLineEnd;
    }
    this.#heredocs = [];
    if (!goesOn) this.#endLine(end);
  }

  #endLine(end: number): void {
    const lineEnd = this.base.rangeOf(end, end).start;
    for (const command of this.#commands.slice(this.#lineStart)) command.lineEnd = lineEnd;
    this.#lineStart = this.#commands.length;
  }

  /** Commands in `$(…)` are read for their end only. */
  #substitutionEnd(start: number): ClosedEnd {
    if (this.#depth >= MAXIMUM_DEPTH) return { end: this.#text.length, isClosed: false };
    const outer = {
      at: this.#at,
      commands: this.#commands,
      draft: this.#draft,
      compound: this.#compound,
      line: this.#lineStart,
      goesOn: this.#goesOn,
      heredocs: this.#heredocs,
    };
    this.#heredocs = [];
    this.#at = start;
    this.#commands = [];
    this.#draft = emptyDraft();
    this.#compound = new CompoundCommands();
    this.#lineStart = 0;
    this.#depth += 1;
    const isClosed = this.#commandsTo(')');
    const end = this.#at;
    this.#depth -= 1;
    this.#at = outer.at;
    this.#commands = outer.commands;
    this.#draft = outer.draft;
    this.#compound = outer.compound;
    this.#lineStart = outer.line;
    this.#goesOn = outer.goesOn;
    this.#heredocs = [...outer.heredocs, ...this.#heredocs];
    return { end, isClosed };
  }
}

function emptyDraft(): Draft {
  return { words: [], assignments: [], redirections: [], start: -1, end: -1 };
}
