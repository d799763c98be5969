import type { SourceText } from '../../text/sourceText';
import type { LocalEdit } from '../localEdit';
import { scalarText } from '../yaml/layout';
import type { YamlSequence } from '../yaml/node';
import { addBlockItem, addFlowItem } from '../yaml/sequenceEdits';

/** Returns the edit that adds `name` and `value` behind the last item of a list; undefined when that is not safe. */
export function addItem(source: SourceText, list: YamlSequence, name: string, value: string): LocalEdit | undefined {
  const last = list.items.at(-1);
  if (list.style === 'flow') {
    const isJson = last?.kind === 'mapping' && last.entries.every(({ key }) => key.style === 'double-quoted');
    const text = isJson
      ? `{ "name": ${JSON.stringify(name)}, "value": ${JSON.stringify(value)} }`
      : `{name: ${scalarText(name)}, value: ${scalarText(value)}}`;
    return addFlowItem(source, list, text);
  }
  if (last?.kind !== 'mapping' || last.style === 'flow') return undefined;
  return addBlockItem(source, list, [`name: ${scalarText(name)}`, `value: ${scalarText(value)}`]);
}
