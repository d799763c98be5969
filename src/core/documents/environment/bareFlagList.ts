import type { SourceText } from '../../text/sourceText';
import type { CommandLine } from '../commandLine';
import { componentOfPath } from '../flags/componentOfVariable';
import { allKnownTo, componentOfFlags } from '../flags/distinctiveFlags';
import { flagLineEditor } from '../flags/flagLineEditor';
import { readArguments } from '../flags/readArguments';
import { splitWords } from '../flags/splitWords';
import { MappedText, MappedTextBuilder } from '../mappedText';

/** Returns the flags of a file that holds nothing else, such as the argument files of snap services; usually none. */
export function bareFlagList(source: SourceText): readonly CommandLine[] {
  const words = splitWords(withoutComments(source));
  const first = words.find(({ unknown }) => unknown[0]?.start !== 0);
  const last = words.at(-1);
  if (words.some((word) => word.hasOpenQuote)) return [];
  if (!first || !last || !first.content.text.startsWith('--')) return [];
  const named = componentOfPath(source.path);
  const component = named !== undefined && allKnownTo(named, words) ? named : componentOfFlags(words);
  if (component === undefined) return [];
  const found = readArguments(words, component);
  if (found.some(({ type }) => type === 'stray')) return [];
  const head = found.find(({ type }) => type === 'flag');
  const range = { start: (words[0] ?? first).range.start, end: last.range.end };
  return [
    {
      component,
      variable: undefined,
      range,
      headRange: head?.type === 'flag' ? head.flag.nameRange : first.range,
      arguments: found,
      editor: flagLineEditor({
        source,
        component,
        range,
        afterProgram: false,
        arguments: found,
        encode: (text) => (/^[^\s"'\\$`#]*$/.test(text) ? text : undefined),
        makeRoom: () => [],
      }),
    },
  ];
}

function withoutComments(source: SourceText): MappedText {
  const builder = new MappedTextBuilder(MappedText.verbatim(source.text), source.contentStart);
  for (const [line] of source.lineStarts.entries()) {
    const { start, end } = source.lineRange(line);
    const from = line === 0 ? source.contentStart : start;
    const text = source.text.slice(from, end);
    if (!/^\s*#/.test(text)) builder.keep(from, text.endsWith('\\') ? end - 1 : end);
    builder.replace(end, end, '\n');
  }
  return builder.build();
}
