import type { TextEdit } from '../../text/edit';
import type { Range } from '../../text/range';
import type { SourceText } from '../../text/sourceText';
import type { NewClusterRoleBinding, RbacInsertion } from '../document';
import { columnOf, indentationUnit, isJson, lineIndentation } from '../yaml/layout';
import type { YamlMapping, YamlSequence } from '../yaml/node';
import { rbacData, rbacLines } from './rbacText';

/** Returns the place behind a YAML document where another one can follow. `document` reaches to the next marker. */
export function documentInsertion(
  source: SourceText,
  root: YamlMapping,
  document: Range,
  templated: boolean,
): RbacInsertion {
  if (isJson(root)) return { syntax: 'json', add: () => undefined };
  return {
    syntax: 'yaml',
    add(binding) {
      if (templated || !isFollowedByMarker(source.text.slice(document.end))) return undefined;
      const eol = source.lineEnding;
      const before = source.text.slice(0, document.end);
      const lines = ['---', ...rbacLines(binding), ''].join(eol);
      return insertion(source, document.end, /[\r\n]$/.test(before) ? lines : eol + lines.slice(0, -eol.length));
    },
  };
}

/** A document that follows an end marker needs no marker of its own, but would become part of one put before it. */
function isFollowedByMarker(rest: string): boolean {
  const first = rest.split('\n', 1000).find((line) => !/^\s*(?:#|$)/.test(line));
  return first === undefined || first.startsWith('---');
}

/** Returns the place behind the last item of a `kind: List`. */
export function itemInsertion(
  source: SourceText,
  root: YamlMapping,
  items: YamlSequence,
  templated: boolean,
): RbacInsertion {
  const json = isJson(root);
  return {
    syntax: json ? 'json' : 'yaml',
    add(binding) {
      if (templated) return undefined;
      return items.style === 'block'
        ? addBlockItem(source, items, binding)
        : json
          ? addJsonItem(source, root, items, binding)
          : undefined;
    },
  };
}

function addBlockItem(
  source: SourceText,
  items: YamlSequence,
  binding: NewClusterRoleBinding,
): readonly TextEdit[] | undefined {
  const lineEnd = source.lineRange(source.lineAt(items.range.end)).end;
  const rest = source.text.slice(items.range.end, lineEnd);
  const indentation = ' '.repeat(columnOf(source, items.range.start));
  if (!/^[ \t]*(?:#.*)?$/.test(rest) || lineIndentation(source, items.range.start) !== indentation) return undefined;
  const lines = rbacLines(binding).map((line, index) => `${indentation}${index === 0 ? '- ' : '  '}${line}`);
  return insertion(source, lineEnd, lines.map((line) => source.lineEnding + line).join(''));
}

function addJsonItem(
  source: SourceText,
  root: YamlMapping,
  items: YamlSequence,
  binding: NewClusterRoleBinding,
): readonly TextEdit[] | undefined {
  const last = items.items.at(-1);
  if (last?.kind !== 'mapping') return undefined;
  const written = source.slice(last.range);
  if (!written.includes('\n')) return insertion(source, last.range.end, `, ${JSON.stringify(rbacData(binding))}`);
  const indentation = lineIndentation(source, last.range.start);
  const isOnOwnLine = columnOf(source, last.range.start) === indentation.length;
  const json = JSON.stringify(rbacData(binding), undefined, unitOf(source, last) ?? indentationUnit(source, root));
  const text = json.replaceAll('\n', source.lineEnding + indentation);
  return insertion(source, last.range.end, (isOnOwnLine ? `,${source.lineEnding}${indentation}` : ', ') + text);
}

function unitOf(source: SourceText, item: YamlMapping): string | undefined {
  const first = item.entries[0];
  if (!first) return undefined;
  const outer = lineIndentation(source, item.range.start);
  const inner = lineIndentation(source, first.key.range.start);
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : undefined;
}

function insertion(source: SourceText, at: number, newText: string): readonly TextEdit[] {
  return [{ path: source.path, range: { start: at, end: at }, newText }];
}
