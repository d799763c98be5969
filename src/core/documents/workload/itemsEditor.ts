import type { SourceText } from '../../text/sourceText';
import type { Argument, CommandLineEditor, Flag } from '../commandLine';
import { takesNextWord } from '../flags/flagTypes';
import type { LocalEdit } from '../localEdit';
import type { YamlScalar, YamlSequence } from '../yaml/node';
import { addBlockItem, addFlowItem, removeItems } from '../yaml/sequenceEdits';
import type { Container, ContainerCall } from './container';
import type { ContainerWord } from './containerWords';

/** Returns an editor of flags that are items of a list, one or two items each. */
export function itemsEditor(
  { source, templated }: Container,
  { component, arguments: words }: ContainerCall,
  written: readonly Argument[],
  list: YamlSequence | undefined,
): CommandLineEditor {
  const located = (edit: LocalEdit | undefined) => edit && [{ path: source.path, ...edit }];
  const wordsOfFlag = (flag: Flag): readonly ContainerWord[] =>
    words.filter(({ range }) => flag.range.start <= range.start && range.end <= flag.range.end);
  const takesNext = (argument: Argument | undefined): boolean =>
    argument?.type === 'flag' &&
    argument.flag.form === 'bare' &&
    (argument.flag.writtenName === '-v' || takesNextWord(component, argument.flag.name) !== false);
  const lacksValue = (): boolean => {
    const last = written.at(-1);
    return last?.type === 'flag' && takesNext(last) && takesNextWord(component, last.flag.name) !== undefined;
  };
  const separates = (flag: Flag): boolean => {
    const at = written.findIndex(
      (argument) => argument.type === 'flag' && argument.flag.range.start === flag.range.start,
    );
    return written[at + 1]?.type === 'stray' && takesNext(written[at - 1]);
  };
  return {
    add(flag) {
      const hasEnd = written.some((argument) => argument.type === 'stray' && argument.stray.text === '--');
      if (templated || !list || hasEnd || lacksValue()) return undefined;
      const text = itemText(flag, styleOf(words.at(-1) ?? firstOf(list)), list);
      return located(list.style === 'flow' ? addFlowItem(source, list, text) : addBlockItem(source, list, [text]));
    },
    remove(flag) {
      const own = wordsOfFlag(flag);
      const [first] = own;
      if (!first || separates(flag) || own.some((word) => word.list !== first.list)) return undefined;
      return located(removeItems(source, first.list, first.index, own.length));
    },
    setValue(flag, value) {
      const last = wordsOfFlag(flag).at(-1);
      if (!last || flag.templated) return undefined;
      if (flag.form === 'separate') return located(rewrite(source, last, value));
      return flag.writtenName.startsWith('--')
        ? located(rewrite(source, last, `${flag.writtenName}=${value}`))
        : undefined;
    },
    rename(flag, name) {
      if (source.slice(flag.nameRange) !== flag.writtenName || !flag.writtenName.startsWith('--')) return undefined;
      return located({ range: { start: flag.nameRange.start + 2, end: flag.nameRange.end }, newText: name });
    },
  };
}

type Style = YamlScalar['style'];

function firstOf(list: YamlSequence): { readonly scalar: YamlScalar } | undefined {
  const item = list.items.at(-1);
  return item?.kind === 'scalar' ? { scalar: item } : undefined;
}

function styleOf(word: { readonly scalar: YamlScalar } | undefined): Style {
  return word?.scalar.style ?? 'double-quoted';
}

const PLAIN = /^(?:--)?[A-Za-z/][\w./:=@%+*,-]*$/;

/** Returns a text as an item in the manner of its siblings, or in double quotes where that would mean something else. */
function itemText(text: string, style: Style, list: YamlSequence): string {
  if (style === 'single-quoted' && !/[\r\n]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  const isPlain = PLAIN.test(text) && !text.endsWith(':') && !(list.style === 'flow' && text.includes(','));
  return style !== 'double-quoted' && isPlain ? text : JSON.stringify(text);
}

/** Gives an item another text; of what is written only the characters that differ are touched. */
function rewrite(source: SourceText, { scalar, range, list }: ContainerWord, text: string): LocalEdit | undefined {
  if (scalar.style === 'literal' || scalar.style === 'folded' || scalar.range.start !== range.start) return undefined;
  const before = source.slice(range);
  const isBefore = before === itemText(scalar.value, scalar.style, list);
  const after = itemText(text, scalar.style, list);
  let same = 0;
  while (isBefore && same < Math.min(before.length, after.length) && before[same] === after[same]) same += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - same;
  while (isBefore && end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { range: { start: range.start + same, end: range.end - end }, newText: after.slice(same, after.length - end) };
}
