import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { FileKindId } from '../core/documents/document';
import { parseDuration } from '../core/flow/whatIf/duration';
import { parseRelease, type Release } from '../core/kubernetes/release';
import type { Severity } from '../core/lint/finding';
import { UsageError } from './usageError';

export const fileKindIds: readonly FileKindId[] = [
  'environment-file',
  'systemd-unit',
  'shell-script',
  'kubernetes-yaml',
  'token-file',
];
export const lintFormats = ['text', 'json', 'sarif', 'github'] as const;
export const playFormats = ['text', 'json', 'mermaid', 'pem'] as const;
export const rulesFormats = ['text', 'json'] as const;

export type SeverityByRule = Readonly<Record<string, Severity | 'off'>>;

interface InputArguments {
  readonly paths: readonly string[];
  readonly stdinFilename: string | undefined;
  readonly target: Release | 'auto';
  /** The kind to read all files as; undefined lets each file say. */
  readonly kind: FileKindId | undefined;
}

export interface LintArguments extends InputArguments {
  readonly command: 'lint';
  readonly format: (typeof lintFormats)[number];
  readonly severities: SeverityByRule;
  /** Undefined: any number of warnings is clean. */
  readonly maxWarnings: number | undefined;
}

export interface FixArguments extends InputArguments {
  readonly command: 'fix';
  readonly severities: SeverityByRule;
  readonly dryRun: boolean;
}

export interface PlayArguments extends InputArguments {
  readonly command: 'play';
  readonly format: (typeof playFormats)[number];
  /** Id of a built-in scenario; its files are played when no path is given. */
  readonly scenario: string | undefined;
  /** As written: `key=value`. */
  readonly whatIfs: readonly string[];
  /** Seconds to play; undefined for the usual time. */
  readonly until: number | undefined;
}

export interface RulesArguments {
  readonly command: 'rules';
  readonly format: (typeof rulesFormats)[number];
}

export interface HelpArguments {
  readonly command: 'help' | 'version';
}

export type Arguments = LintArguments | FixArguments | PlayArguments | RulesArguments | HelpArguments;

type OptionTable = NonNullable<ParseArgsConfig['options']>;

const help: OptionTable = { help: { type: 'boolean', short: 'h' } };
const input: OptionTable = {
  ...help,
  'kubernetes-version': { type: 'string' },
  kind: { type: 'string' },
};
const stdin: OptionTable = { 'stdin-filename': { type: 'string' } };
const format: OptionTable = { format: { type: 'string' } };
const rule: OptionTable = { rule: { type: 'string', multiple: true } };

const optionsOf: Readonly<Record<'lint' | 'fix' | 'play' | 'rules', OptionTable>> = {
  lint: { ...input, ...stdin, ...format, ...rule, 'max-warnings': { type: 'string' } },
  fix: { ...input, ...rule, 'dry-run': { type: 'boolean' } },
  play: {
    ...input,
    ...stdin,
    ...format,
    scenario: { type: 'string' },
    'what-if': { type: 'string', multiple: true },
    until: { type: 'string' },
  },
  rules: { ...help, ...format },
};

/** Returns what the words after the program's name ask for. Throws a UsageError when they make no sense. */
export function parseArguments(words: readonly string[]): Arguments {
  const [command, ...rest] = words;
  switch (command) {
    case undefined:
      throw new UsageError('cli.usage.noCommand');
    case '--help':
    case '-h':
    case 'help':
      return { command: 'help' };
    case '--version':
      return { command: 'version' };
    case 'lint':
    case 'fix':
    case 'play':
    case 'rules':
      return parseCommand(command, rest);
    default:
      throw new UsageError('cli.usage.unknownCommand', { command });
  }
}

function parseCommand(command: keyof typeof optionsOf, words: readonly string[]): Arguments {
  const { values, positionals } = split(optionsOf[command], words);
  if (values.flag('help')) return { command: 'help' };
  switch (command) {
    case 'lint':
      return {
        command,
        ...inputOf(values, positionals),
        format: oneOf('--format', lintFormats, values.text('format') ?? 'text'),
        severities: severitiesOf(values.texts('rule')),
        maxWarnings: countOf('--max-warnings', values.text('max-warnings')),
      };
    case 'fix':
      if (positionals.includes('-')) throw new UsageError('cli.usage.fixInput');
      return {
        command,
        ...inputOf(values, positionals),
        severities: severitiesOf(values.texts('rule')),
        dryRun: values.flag('dry-run'),
      };
    case 'play':
      return {
        command,
        ...inputOf(values, positionals, values.text('scenario') !== undefined),
        format: oneOf('--format', playFormats, values.text('format') ?? 'text'),
        scenario: values.text('scenario'),
        whatIfs: values.texts('what-if'),
        until: timeOf('--until', values.text('until')),
      };
    case 'rules':
      if (positionals.length > 0) throw new UsageError('cli.usage.rulesPaths');
      return { command, format: oneOf('--format', rulesFormats, values.text('format') ?? 'text') };
  }
}

interface Values {
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
}

function split(options: OptionTable, words: readonly string[]): { values: Values; positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { values: valuesOf(values), positionals };
  } catch (error) {
    throw optionError(error instanceof Error ? error.message : String(error));
  }
}

/** Node says in English only what is wrong with an option. */
function optionError(text: string): UsageError {
  const option = /'(?:-\w, )?(-[^'\s]*)/.exec(text)?.[1];
  if (option === undefined) return new UsageError('cli.usage.options', { problem: /^[^.\n]+/.exec(text)?.[0] ?? text });
  if (text.startsWith('Unknown option')) return new UsageError('cli.usage.unknownOption', { option });
  return new UsageError(text.includes('does not take') ? 'cli.usage.takesNoValue' : 'cli.usage.needsValue', { option });
}

function valuesOf(values: Readonly<Record<string, unknown>>): Values {
  return {
    text: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    texts: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.map(String) : [];
    },
    flag: (name) => values[name] === true,
  };
}

function inputOf(values: Values, positionals: readonly string[], mayBeEmpty = false): InputArguments {
  if (positionals.length === 0 && !mayBeEmpty) throw new UsageError('cli.usage.noPaths');
  const kind = values.text('kind');
  return {
    paths: positionals,
    stdinFilename: values.text('stdin-filename'),
    target: targetOf(values.text('kubernetes-version') ?? 'auto'),
    kind: kind === undefined ? undefined : oneOf('--kind', fileKindIds, kind),
  };
}

function targetOf(text: string): Release | 'auto' {
  if (text === 'auto') return text;
  const release = parseRelease(text);
  if (release === undefined) throw new UsageError('cli.usage.release', { text });
  return release;
}

function severitiesOf(words: readonly string[]): SeverityByRule {
  const severities: Record<string, Severity | 'off'> = {};
  for (const word of words) {
    const equals = word.indexOf('=');
    if (equals < 1) throw new UsageError('cli.usage.rule', { text: word });
    const severity = oneOf('--rule', ['off', 'hint', 'info', 'warning', 'error'] as const, word.slice(equals + 1));
    severities[word.slice(0, equals)] = severity;
  }
  return severities;
}

function countOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError('cli.usage.number', { option, text });
  return Number(text);
}

function timeOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = parseDuration(text);
  if (seconds === 'too-long') throw new UsageError('cli.usage.timeTooLong', { option, text });
  if (seconds === undefined || seconds <= 0) throw new UsageError('cli.usage.time', { option, text });
  return seconds;
}

function oneOf<T extends string>(option: string, choices: readonly T[], text: string): T {
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined) throw new UsageError('cli.usage.choice', { option, choices: choices.join('|'), text });
  return choice;
}
