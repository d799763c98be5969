import type { TextEdit } from '../../text/edit';
import type { SourceText } from '../../text/sourceText';
import type { CommandLineEditor, Flag } from '../commandLine';
import type { YamlEditor } from '../yaml/yamlEditor';
import type { LocalEdit } from '../localEdit';
import { scalarText } from '../yaml/layout';
import type { YamlScalar } from '../yaml/node';
import { removeItems } from '../yaml/sequenceEdits';
import { insideQuotes, type ExtraArg, type ExtraArgsNode } from './extraArgs';
import { addItem } from './listEdits';

/** Where extra arguments stand. */
export interface ExtraArgsHost {
  readonly source: SourceText;
  readonly node: ExtraArgsNode;
  /** Keys from the document's root to the arguments. */
  readonly path: readonly string[];
  readonly flags: readonly ExtraArg[];
  readonly editor: YamlEditor;
  readonly templated: boolean;
}

/** Returns an editor that writes flags as kubeadm's files want them: without dashes, every value a text. */
export function extraArgsEditor(host: ExtraArgsHost): CommandLineEditor {
  const located = (edit: LocalEdit | undefined): readonly TextEdit[] | undefined =>
    edit && [{ path: host.source.path, ...edit }];
  const argOf = (flag: Flag): ExtraArg | undefined =>
    host.flags.find(({ flag: { range } }) => range.start === flag.range.start);
  return {
    add: (text) => addFlag(host, text, located),
    remove: (flag) => removeFlag(host, flag, located),
    setValue: (flag, value) => located(replaceScalar(host.source, argOf(flag)?.value, value)),
    rename: (flag, name) => located(replaceScalar(host.source, argOf(flag)?.name, name)),
  };
}

type Locate = (edit: LocalEdit | undefined) => readonly TextEdit[] | undefined;

function addFlag(host: ExtraArgsHost, text: string, located: Locate): readonly TextEdit[] | undefined {
  const [, name, value = 'true'] = /^--([^=]+)(?:=(.*))?$/s.exec(text) ?? [];
  if (name === undefined || host.templated) return undefined;
  const { node } = host;
  if (node.kind === 'sequence') return located(addItem(host.source, node, name, value));
  const isThere = node.entries.some(({ key }) => key.value === name);
  return isThere ? undefined : host.editor.set([...host.path, name], scalarText(value));
}

function removeFlag(host: ExtraArgsHost, flag: Flag, located: Locate): readonly TextEdit[] | undefined {
  const { node } = host;
  const index = node.kind === 'sequence' ? node.items.findIndex(({ range }) => range.start === flag.range.start) : -1;
  if (node.kind === 'sequence' && node.items.length > 1) return located(removeItems(host.source, node, index, 1));
  if (node.kind === 'sequence') return host.editor.remove(host.path);
  const key = node.entries.findLast(({ key: { value } }) => value === flag.writtenName.slice(2))?.key;
  return key?.range.start === flag.range.start ? host.editor.remove([...host.path, key.value]) : undefined;
}

/** Keeps the quotes that are there. */
function replaceScalar(source: SourceText, scalar: YamlScalar | undefined, text: string): LocalEdit | undefined {
  if (!scalar || scalar.templated || scalar.style === 'literal' || scalar.style === 'folded') return undefined;
  const isQuoted = scalar.style !== 'plain';
  if (isQuoted && /^[^'"\\\r\n]*$/.test(text)) return { range: insideQuotes(scalar), newText: text };
  if (isQuoted && scalar.style === 'single-quoted') return undefined;
  const blank = source.text[scalar.range.start - 1] === ':' ? ' ' : '';
  return { range: scalar.range, newText: blank + (isQuoted ? JSON.stringify(text) : scalarText(text)) };
}
