import { startOf } from '../../startOf';
import type { Argument, CommandLine, StrayArgument } from '../../../documents/commandLine';
import type { ParsedFile } from '../../../documents/document';
import type { Draft, FileRule, RuleContext } from '../../rule';
import { cutOffLines } from './cutOffLines';
import { hiddenCharacter } from './hiddenCharacter';
import { leftover } from './leftover';
import { malformedFlag } from './malformedFlag';
import { malformedWord } from './malformedWord';

export const rule: FileRule = {
  id: 'flag-malformed',
  group: 'A',
  severity: 'error',
  scope: 'file',
  lifeCycle: false,
  step: 'kubelet-start',
  messages: {
    dash: '{component} does not start: with one dash these are single letters, and it knows none of them.',
    dashRecorded: '{component} does not start ("{error}"): with one dash these are single letters.',
    lookAlike: '{component} does not start: this dash is not the one on the keyboard, so that this is no flag.',
    separateBoolean:
      'This sets --{flag} to true, whatever follows: a boolean takes its value after "=", and {component} does not start with the word left over ("{error}").',
    stray: '{component} {release} does not start ("{error}"): this word is neither a flag nor the value of one.',
    strayEarlier:
      'This word is neither a flag nor the value of one; from 1.20 on {component} does not start ("{error}").',
    doubled:
      'Two backslashes at the end of a line are a word of their own, and the line does not go on; from 1.20 on {component} does not start ("{error}").',
    blankBehind:
      'A blank stands behind this backslash, so that the line does not go on and the backslash is a word of its own; from 1.20 on {component} does not start ("{error}").',
    syntax: '{component} does not start: a flag is two dashes and its name, which begins with a letter.',
    cutList: '{component} does not start ("{error}"): the blank behind the comma ends the value of --{flag}.',
    missingValue: '{component} does not start: --{flag} needs a value.',
    swallowed: '--{flag} takes the flag behind it for its value.',
    wrongType: '{component} does not start: --{flag} wants {type}.',
    wrongTypeRecorded: '{component} does not start: --{flag} wants {type} ("{error}").',
    noBreakSpace: 'This blank is a no-break space: it is a part of the value of --{flag}.',
    hidden: '{component} does not start: in the name of --{flag} stands a character that nobody sees ({code}).',
    correct: 'Write {correction}',
    join: 'Write --{flag}={value}',
    closeGap: 'Remove the blank',
    plainSpace: 'Write a plain blank',
    single: 'Write one backslash',
    cutOff:
      'The line above does not end in a backslash, so systemd takes this line for a setting of its own and ignores it: {component} is started without it.',
    goOn: 'Let the command go on in this line',
    removeHidden: 'Remove the invisible character',
  },
  check: (file, context) =>
    file.documents.flatMap((document) =>
      document.type === 'flags' ? document.commandLines.flatMap((line) => checkLine(file, line, context)) : [],
    ),
};

function checkLine(file: ParsedFile, line: CommandLine, context: RuleContext): readonly Draft[] {
  const drafts = line.arguments.flatMap((argument, index) => checkArgument(file, line, argument, index, context));
  return [...drafts, ...cutOffLines(file.source, line)].map((draft) => ({ ...draft, step: startOf[line.component] }));
}

function checkArgument(
  file: ParsedFile,
  line: CommandLine,
  argument: Argument,
  index: number,
  context: RuleContext,
): readonly Draft[] {
  switch (argument.type) {
    case 'flag':
      return [
        ...hiddenCharacter(file, line, argument.flag, context),
        ...malformedFlag(file, line, index, argument.flag, context),
      ];
    case 'stray':
      return strayWord(file, line, index, argument.stray, context);
    case 'reference':
      return [];
  }
}

function strayWord(
  file: ParsedFile,
  line: CommandLine,
  index: number,
  stray: StrayArgument,
  context: RuleContext,
): readonly Draft[] {
  const malformed = malformedWord(file, line, stray, context);
  return malformed.length > 0 ? malformed : leftover(file, line, index, context);
}
