import type { ComponentName } from '../component';
import type { Word } from './word';

/** A component's program among the words of a command. */
export interface FoundProgram {
  readonly component: ComponentName;
  /** Index of the word that names it, unless `nameIndex` tells; the words behind are its arguments. */
  readonly index: number;
  /** Index of the word that names it, where its arguments do not follow directly. */
  readonly nameIndex?: number;
}

const PROGRAMS: Readonly<Record<string, ComponentName>> = {
  kubelet: 'kubelet',
  'kubelet-wrapper': 'kubelet',
  'kube-controller-manager': 'kube-controller-manager',
  'kube-apiserver': 'kube-apiserver',
};

/** Servers in the hyperkube image, by the names it takes (kubernetes cmd/hyperkube/main.go, up to 1.18). */
const HYPERKUBE_SERVERS: Readonly<Record<string, ComponentName>> = {
  ...PROGRAMS,
  'controller-manager': 'kube-controller-manager',
  apiserver: 'kube-apiserver',
};

/** Programs that run another one, with the options that take the next word. */
const WRAPPERS: Readonly<Record<string, RegExp>> = {
  env: /^(?:-u|--unset|-C|--chdir)$/,
  exec: /^-a$/,
  ionice: /^-[cnp]$/,
  nice: /^(?:-n|--adjustment)$/,
  nohup: /^$/,
  setsid: /^$/,
  stdbuf: /^-[ioe]$/,
  sudo: /^(?:-[ughpCT]|--user|--group)$/,
  xargs: /^-[adEILnPs]$/,
};

const CONTAINER_ENGINES = new Set(['docker', 'podman', 'nerdctl']);

/** Returns the component a command runs, itself or through a wrapper or container that can be read exactly; else undefined. */
export function findProgram(words: readonly Word[]): FoundProgram | undefined {
  const index = programIndex(words);
  const name = programName(words[index]);
  const component = own(PROGRAMS, name);
  if (component) return { component, index };
  if (name === 'hyperkube') return hyperkubeServer(words, index + 1);
  if (name === 'rkt') return inPod(words, index + 1);
  return CONTAINER_ENGINES.has(name) ? inContainer(words, index + 1) : undefined;
}

/** Returns the index of the word that names the program, behind `sudo`, `env` and their kind. */
export function programIndex(words: readonly Word[]): number {
  for (let index = 0; ;) {
    const wrapper = own(WRAPPERS, programName(words[index]));
    if (!wrapper) return index;
    index = behindWrapper(words, index + 1, wrapper);
  }
}

/** Returns the last part of a word's path, without `kube-`-less guesses: `kubelet` for `/usr/bin/kubelet`. */
export function programName(word: Word | undefined): string {
  const text = word?.content.text ?? '';
  return text.slice(text.lastIndexOf('/') + 1);
}

function hyperkubeServer(words: readonly Word[], index: number): FoundProgram | undefined {
  const component = own(HYPERKUBE_SERVERS, words[index]?.content.text ?? '');
  return component && { component, index };
}

/** The command stands behind the image, which is never behind an option that could take it for its value. */
function inContainer(words: readonly Word[], start: number): FoundProgram | undefined {
  if (words[start]?.content.text !== 'run') return undefined;
  for (let index = start + 2; index < words.length; index += 1) {
    const before = words[index - 1]?.content.text ?? '-';
    if (before.startsWith('-')) continue;
    const name = programName(words[index]);
    if (name === 'hyperkube') return hyperkubeServer(words, index + 1);
    const component =
      programName(words[index - 1]) === 'hyperkube' ? own(HYPERKUBE_SERVERS, name) : own(PROGRAMS, name);
    if (component) return { component, index };
  }
  return undefined;
}

/** `rkt run … IMAGE --exec=/usr/bin/kubelet -- ARGUMENTS`. */
function inPod(words: readonly Word[], start: number): FoundProgram | undefined {
  const end = words.findIndex(({ content }, at) => at > start && content.text === '--');
  const option = words.findIndex(({ content }, at) => at > start && /^--exec(?:=|$)/.test(content.text));
  if (words[start]?.content.text !== 'run' || option === -1 || option > end) return undefined;
  const nameIndex = words[option]?.content.text === '--exec' ? option + 1 : option;
  const name = programName(words[nameIndex]).replace(/^--exec=/, '');
  if (name === 'hyperkube') return hyperkubeServer(words, end + 1);
  const component = own(PROGRAMS, name);
  return component && { component, index: end, nameIndex };
}

function behindWrapper(words: readonly Word[], start: number, takesNext: RegExp): number {
  let index = start;
  for (;;) {
    const text = words[index]?.content.text ?? '';
    if (takesNext.test(text) && text !== '') index += 2;
    else if (/^(?:-|[A-Za-z_]\w*=)/.test(text)) index += 1;
    else return index;
  }
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
