import { normaliseFlagName } from '../../kubernetes/flagLife';
import type { Argument, Flag } from '../commandLine';
import type { ComponentName } from '../component';
import { takesNextWord } from './flagTypes';
import type { Word } from './word';

/**
 * Reads words as pflag reads the arguments of a component: `--name=value`, `--name value`, bare booleans, `--` ends the
 * flags. Whether a flag takes the next word follows from its type; a flag that no release knows takes it when it
 * does not look like a flag. A word that begins with a variable or a template stands for arguments written elsewhere.
 */
export function readArguments(words: readonly Word[], component: ComponentName): readonly Argument[] {
  const found: Argument[] = [];
  let ended = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const text = word.content.text;
    const reference = referenceOf(word);
    if (reference) found.push(reference);
    else if (ended || !isFlag(text)) {
      ended ||= text === '--';
      found.push({ type: 'stray', stray: { text, range: word.range } });
    } else {
      const flag = text.startsWith('--')
        ? longFlag(word, words[index + 1], component)
        : shorthand(word, words[index + 1]);
      if (flag.form === 'separate') index += 1;
      found.push({ type: 'flag', flag });
    }
  }
  return found;
}

/** `-v 2`, `-v=2`, `-v2` and `-h` are the only flags of the three components that pflag takes with one dash. */
function isFlag(text: string): boolean {
  return /^(?:--[^-=]|-v(?:=|\d|$)|-h$)/.test(text);
}

function referenceOf(word: Word): Argument | undefined {
  const part = word.unknown[0];
  if (part?.start !== 0) return undefined;
  const whole = part.end === word.content.text.length;
  return {
    type: 'reference',
    reference: {
      variable: whole && part.name !== undefined ? part.name : word.content.text,
      range: word.range,
      templated: part.type === 'template',
      unsplit: part.unsplit || !whole,
    },
  };
}

function longFlag(word: Word, next: Word | undefined, component: ComponentName): Flag {
  const text = word.content.text;
  const equals = text.indexOf('=');
  const nameEnd = equals === -1 ? text.length : equals;
  const name = normaliseFlagName(text.slice(2, nameEnd));
  const value =
    equals !== -1
      ? joinedValue(word, equals + 1)
      : next && takesNext(component, name, next)
        ? separateValue(word, next)
        : bare(word);
  return { name, writtenName: text.slice(0, nameEnd), nameRange: word.content.rangeOf(0, nameEnd), ...value };
}

function takesNext(component: ComponentName, name: string, next: Word): boolean {
  const known = takesNextWord(component, name);
  return known ?? (!next.content.text.startsWith('-') && next.unknown[0]?.start !== 0);
}

function shorthand(word: Word, next: Word | undefined): Flag {
  const text = word.content.text;
  const name = text.slice(1, 2);
  const value =
    text.length > 2
      ? joinedValue(word, text[2] === '=' ? 3 : 2)
      : name === 'v' && next
        ? separateValue(word, next)
        : bare(word);
  return { name, writtenName: text.slice(0, 2), nameRange: word.content.rangeOf(0, 2), ...value };
}

type FlagValue = Pick<Flag, 'form' | 'value' | 'valueRange' | 'range' | 'templated'>;

function joinedValue(word: Word, start: number): FlagValue {
  return {
    form: 'equals',
    value: word.content.text.slice(start),
    valueRange: word.content.rangeOf(start),
    range: word.range,
    templated: word.unknown.length > 0,
  };
}

function separateValue(word: Word, next: Word): FlagValue {
  return {
    form: 'separate',
    value: next.content.text,
    valueRange: next.content.rangeOf(),
    range: { start: word.range.start, end: next.range.end },
    templated: word.unknown.length > 0 || next.unknown.length > 0,
  };
}

function bare(word: Word): FlagValue {
  return {
    form: 'bare',
    value: undefined,
    valueRange: undefined,
    range: word.range,
    templated: word.unknown.length > 0,
  };
}
