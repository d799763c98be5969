import { programIndex, programName } from '../flags/findProgram';
import type { Word } from '../flags/word';
import type { ShellCommand } from './shellCommand';

/** `--name=value` or `--name value` of a kubectl command. */
export interface KubectlOption {
  /** Without dashes; `namespace` for `-n`. */
  readonly name: string;
  /** Undefined for a bare switch. */
  readonly value: Word | undefined;
  /** What stands between name and value. */
  readonly separator: '=' | ' ';
  readonly range: { readonly start: number; readonly end: number };
}

/** A kubectl command: `kubectl [options] create clusterrolebinding NAME [options]`. */
export interface KubectlCall {
  readonly command: ShellCommand;
  readonly program: Word;
  /** Verbs and names, in the order written. */
  readonly names: readonly Word[];
  readonly options: readonly KubectlOption[];
}

/** Options of the commands in question that take no next word. */
const SWITCHES = new Set([
  'dry-run',
  'save-config',
  'validate',
  'embed-certs',
  'insecure-skip-tls-verify',
  'append-hash',
  'record',
  'force',
  'overwrite',
  'server-side',
  'set-raw-bytes',
  'no-headers',
  'watch',
  'watch-only',
  'help',
]);

const SHORT: Readonly<Record<string, string>> = {
  n: 'namespace',
  s: 'server',
  o: 'output',
  f: 'filename',
  w: 'watch',
  h: 'help',
  v: 'v',
};

/** Returns whether a word runs kubectl: by its name, or as a variable that is named after it. */
export function isKubectl(word: Word | undefined): boolean {
  const part = word?.unknown[0];
  if (part?.start === 0) return word?.unknown.length === 1 && /^KUBECTL(?:_BIN|_CMD)?$/i.test(part.name ?? '');
  return programName(word) === 'kubectl';
}

/** Returns a command as kubectl reads it; undefined for another program. */
export function kubectlCall(command: ShellCommand): KubectlCall | undefined {
  const index = programIndex(command.words);
  const program = command.words[index];
  if (!program || !isKubectl(program)) return undefined;
  const names: Word[] = [];
  const options: KubectlOption[] = [];
  const behind = command.words.slice(index + 1);
  for (let at = 0; at < behind.length; at += 1) {
    const word = behind[at];
    if (!word) break;
    const option = optionOf(word, behind[at + 1]);
    if (!option) names.push(word);
    else {
      options.push(option);
      if (option.separator === ' ' && option.value) at += 1;
    }
  }
  return { command, program, names, options };
}

function optionOf(word: Word, next: Word | undefined): KubectlOption | undefined {
  const [, long, equals] = /^--([a-z][\w-]*)(=)?/.exec(word.content.text) ?? [];
  if (long !== undefined) {
    if (equals) return { name: long, value: behindHead(word, long.length + 3), separator: '=', range: word.range };
    if (SWITCHES.has(long) || !next) return { name: long, value: undefined, separator: '=', range: word.range };
    return separate(long, word, next);
  }
  const [, short, rest] = /^-([a-z])(=?)/.exec(word.content.text) ?? [];
  if (short === undefined) return undefined;
  const name = SHORT[short] ?? short;
  if (word.content.text.length > 2)
    return { name, value: behindHead(word, rest ? 3 : 2), separator: '=', range: word.range };
  return next && !SWITCHES.has(name)
    ? separate(name, word, next)
    : { name, value: undefined, separator: '=', range: word.range };
}

function separate(name: string, word: Word, value: Word): KubectlOption {
  return { name, value, separator: ' ', range: { start: word.range.start, end: value.range.end } };
}

/** Returns a word without the first characters of its content. */
export function behindHead(word: Word, start: number): Word {
  return {
    ...word,
    content: word.content.slice(start),
    unknown: word.unknown.map((part) => ({ ...part, start: part.start - start, end: part.end - start })),
  };
}

/** Returns the options of some names, in the order written. */
export function optionsOf({ options }: KubectlCall, ...names: readonly string[]): readonly KubectlOption[] {
  return options.filter(({ name }) => names.includes(name));
}
