import type { CommandLine, Flag } from '../../../documents/commandLine';
import type { ParsedFile } from '../../../documents/document';
import type { Draft, RuleContext } from '../../rule';

/** Soft hyphens, zero-width characters and marks of direction, as copying from web pages and chats leaves them. */
const HIDDEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Returns that the name of a flag holds a character nobody sees; nothing unless it is a flag's name without it. */
export function hiddenCharacter(
  { source }: ParsedFile,
  { component }: CommandLine,
  { name, writtenName, nameRange, templated }: Flag,
  { kubernetes, cluster }: RuleContext,
): readonly Draft[] {
  const flag = name.replaceAll(HIDDEN, '');
  if (flag === name || templated || source.slice(nameRange) !== writtenName) return [];
  if (kubernetes.flag(component, flag, cluster.target.release).state === 'unknown') return [];
  const hidden = [...writtenName.matchAll(HIDDEN)];
  const edits = hidden.map(({ index }) => ({
    path: source.path,
    range: { start: nameRange.start + index, end: nameRange.start + index + 1 },
    newText: '',
  }));
  const code = hidden[0]?.[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') ?? '';
  return [
    {
      path: source.path,
      range: nameRange,
      message: 'hidden',
      params: { component, flag, code: `U+${code}` },
      fixes: [{ title: 'removeHidden', safe: true, edits }],
    },
  ];
}
