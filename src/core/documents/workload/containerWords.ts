import type { SourceText } from '../../text/sourceText';
import type { UnknownPart, Word } from '../flags/word';
import { MappedText, MappedTextBuilder } from '../mappedText';
import { findTemplates, findVariables } from '../templates';
import {
  scalarOf,
  itemsOf,
  resolved,
  valueOf,
  type YamlMapping,
  type YamlScalar,
  type YamlSequence,
} from '../yaml/node';
import { foldedFlow, isFoldedFlow } from '../yaml/foldedFlow';
import { scalarContent } from '../yaml/scalarContent';

/** A word of a container's command with the list it stands in. */
export interface ContainerWord extends Word {
  readonly scalar: YamlScalar;
  readonly list: YamlSequence;
  readonly index: number;
}

/** Values that a container's own `env` gives. */
export type Environment = ReadonlyMap<string, string>;

/** Returns the variables whose values are written beside the command; not those taken from other objects. */
export function environmentOf(container: YamlMapping): Environment {
  return new Map(
    itemsOf(valueOf(container, 'env')).flatMap((item) => {
      const name = scalarOf(item, 'name');
      const value = scalarOf(item, 'value');
      const isKnown = name && value && !name.templated && !value.templated && !value.value.includes('$(');
      return isKnown ? [[name.value, value.type === 'null' ? '' : value.value] as const] : [];
    }),
  );
}

/**
 * Returns the words of `command` or `args`, each item one word. `$(NAME)` stands for a variable of the container (Kubernetes,
 * "Define Environment Variables for a Container"); one whose value is not written there is unknown.
 */
export function wordsOf(source: SourceText, list: YamlSequence, environment: Environment): readonly ContainerWord[] {
  return list.items.flatMap((item, index) => {
    const scalar = resolved(item);
    if (scalar?.kind !== 'scalar') return [];
    const isAlias = item.kind === 'alias';
    const content = isAlias ? wholeText(source, { ...scalar, range: item.range }) : textOf(source, scalar);
    return [{ range: item.range, hasOpenQuote: false, scalar, list, index, ...expanded(content, environment) }];
  });
}

/** The text of a scalar; where its characters stand is known only if they are written as they are meant. */
function textOf(source: SourceText, scalar: YamlScalar): MappedText {
  const content = isFoldedFlow(source, scalar) ? foldedFlow(source, scalar) : scalarContent(source, scalar);
  if (scalar.templated) return content ?? wholeText(source, scalar);
  if (!content?.text.startsWith(scalar.value)) return wholeText(source, scalar);
  return content.slice(0, scalar.value.length);
}

function wholeText(source: SourceText, { value, range }: Pick<YamlScalar, 'value' | 'range'>): MappedText {
  const builder = new MappedTextBuilder(MappedText.verbatim(source.text), range.start);
  builder.replace(range.start, range.end, value);
  return builder.build();
}

const REFERENCE = /\$\(([A-Za-z_][\w.-]*)\)/g;

function expanded(content: MappedText, environment: Environment): Pick<Word, 'content' | 'unknown'> {
  const { text } = content;
  const builder = new MappedTextBuilder(content, 0);
  const unknown: UnknownPart[] = [];
  const parts = [
    ...[...findTemplates(text), ...findVariables(text)].map((range) => ({ value: undefined, ...range })),
    ...[...text.matchAll(REFERENCE)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      value: text[match.index - 1] === '$' ? undefined : environment.get(match[1] ?? ''),
    })),
  ].sort((a, b) => a.start - b.start);
  let done = 0;
  for (const { start, end, value } of parts) {
    if (start < done) continue;
    builder.keep(done, start);
    if (value === undefined) {
      const at = builder.length;
      unknown.push({ type: 'template', name: undefined, unsplit: true, start: at, end: at + end - start });
      builder.keep(start, end);
    } else builder.replace(start, end, value);
    done = end;
  }
  builder.keep(done, text.length);
  return { content: builder.build(), unknown };
}
