import { shorthandError } from '../../../cluster/goErrors';
import type { CommandLine, StrayArgument } from '../../../documents/commandLine';
import type { ParsedFile } from '../../../documents/document';
import type { Draft, RuleContext } from '../../rule';

/** Hyphen, en dash, em dash, minus and their like, as word processors and web pages put them. */
const LOOK_ALIKES = /^[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+/;

/** Returns what is wrong with a word that was meant to be a flag of the component; nothing for any other word. */
export function malformedWord(
  { source }: ParsedFile,
  { component }: CommandLine,
  { text, range }: StrayArgument,
  { kubernetes, cluster }: RuleContext,
): readonly Draft[] {
  const dashes = LOOK_ALIKES.exec(text)?.[0];
  const name = /^[A-Za-z][\w-]*/.exec(text.slice(dashes?.length))?.[0];
  if (dashes === undefined || dashes === '--' || name === undefined || name.length < 2) return [];
  const { state } = kubernetes.flag(component, name, cluster.target.release);
  if (state === 'unknown' || !source.slice(range).startsWith(dashes)) return [];
  const isHyphen = /^-+$/.test(dashes);
  const error = isHyphen ? shorthandError(text) : undefined;
  const edits = [{ path: source.path, range: { start: range.start, end: range.start + dashes.length }, newText: '--' }];
  return [
    {
      path: source.path,
      range: { start: range.start, end: range.start + dashes.length + name.length },
      message: !isHyphen ? 'lookAlike' : error === undefined ? 'dash' : 'dashRecorded',
      params: { component, error: error ?? '' },
      fixes: [{ title: 'correct', params: { correction: `--${name}` }, safe: true, edits }],
    },
  ];
}
