import type { ApprovedRequests } from '../csrApproval/csrApprovalDocument';
import type { Word } from '../flags/word';
import { kubectlCall, optionsOf } from './kubectlCall';
import { readCommands } from './readCommands';
import type { ScriptVariables } from './scriptVariables';
import type { ShellCommand } from './shellCommand';

export interface ScriptCommands {
  readonly commands: readonly ShellCommand[];
  readonly variables: ScriptVariables;
}

/** Where a command has the names of requests from: what is piped into it, or words that the shell fills in. */
type Source = { readonly input: ShellCommand } | { readonly words: readonly Word[] };

type Found = Exclude<ApprovedRequests, { readonly type: 'named' }> & {
  /** True when the names come from a watch, which never ends. */
  readonly isWatched: boolean;
};

const RESOURCE = /^(?:csr|certificatesigningrequests?)(?:\.[\w.]+)?$/;

/** Options of `kubectl get` that leave nothing out. */
const KEEPS_ALL = /^(?:output|o|no-headers|sort-by|kubeconfig|context|cluster|server|watch|watch-only|template)$/;

/** What stands behind `kubectl get csr` and only looks for requests that wait, or for their names. */
const HARMLESS_FILTER =
  /^(?:grep (?:-\w+ )*pending|grep -v\w* (?:name|approved|denied|issued)\S*|awk (?:\/pending\/ ?|NR ?> ?1 ?)?\{ ?print \$1;? ?\}|cut .*|tail (?:-n ?)?\+2|sed 1d|tr .*|sort|uniq|cat)$/i;

const CLIENT = /kube-apiserver-client-kubelet|node-bootstrapper|system:bootstrap|node-csr/;

/** Variables that are made of variables are followed no further than this. */
const MAXIMUM_DEPTH = 4;

/** Returns which requests a command finds, judged by the commands that print their names. */
export function foundRequests(from: Source, script: ScriptCommands): Found {
  const makers = 'input' in from ? before(from.input, script) : from.words.flatMap((word) => makersOf(word, script, 0));
  const text = makers.map(textOf).join('\n');
  const purpose = text.includes('kubelet-serving') ? 'serving' : CLIENT.test(text) ? 'client' : undefined;
  const gets = makers.filter(isGet);
  const isEvery =
    gets.length > 0 && makers.every((maker) => (isGet(maker) ? getsAll(maker) : HARMLESS_FILTER.test(textOf(maker))));
  return { type: isEvery ? 'every' : 'some', purpose, isWatched: gets.some(isWatch) };
}

/** The commands of a pipe in front of one that reads from it. */
function before(command: ShellCommand, { commands }: ScriptCommands): readonly ShellCommand[] {
  const end = commands.indexOf(command);
  let start = end;
  while (commands[start - 1]?.pipes) start -= 1;
  return commands.slice(start, end);
}

/** The commands whose output becomes part of a word. */
function makersOf(word: Word, script: ScriptCommands, depth: number): readonly ShellCommand[] {
  if (depth > MAXIMUM_DEPTH) return [];
  return word.unknown.flatMap(({ start, end, name }) => {
    if (name !== undefined) return makersOfVariable(name, script, depth);
    const { text } = word.content.slice(start, end);
    const opening = text.startsWith('$(') ? 2 : text.startsWith('`') ? 1 : 0;
    return opening > 0 ? readCommands(word.content.slice(start + opening, end - 1)) : [];
  });
}

function makersOfVariable(name: string, script: ScriptCommands, depth: number): readonly ShellCommand[] {
  return script.commands.flatMap((command) => {
    const [first, second, ...others] = command.words;
    if (first?.content.text === 'for' && second?.content.text === name)
      return others.flatMap((word) => makersOf(word, script, depth + 1));
    const isRead = first?.content.text === 'read' && command.words.some(({ content }) => content.text === name);
    if (isRead) return before(command, script);
    return command.assignments
      .filter((assignment) => assignment.name === name)
      .flatMap(({ value }) => ('content' in value ? [value] : value))
      .flatMap((value) => makersOf(value, script, depth + 1));
  });
}

function isGet(command: ShellCommand): boolean {
  const [get, resource] = kubectlCall(command)?.names ?? [];
  return get?.content.text === 'get' && RESOURCE.test(resource?.content.text ?? '');
}

function getsAll(command: ShellCommand): boolean {
  const call = kubectlCall(command);
  if (call?.names.length !== 2) return false;
  return call.options.every(({ name, value }) => KEEPS_ALL.test(name) && !value?.content.text.includes('?('));
}

function isWatch(command: ShellCommand): boolean {
  const call = kubectlCall(command);
  return call !== undefined && optionsOf(call, 'watch', 'watch-only').length > 0;
}

function textOf({ words }: ShellCommand): string {
  return words.map(({ content }) => content.text).join(' ');
}
