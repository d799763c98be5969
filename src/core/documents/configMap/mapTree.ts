import type { Range } from '../../text/range';
import type { MappedText } from '../mappedText';
import type { YamlAlias, YamlNode, YamlScalar } from '../yaml/node';

type Node = Exclude<YamlNode, YamlAlias>;

/** Returns a tree that was read from an embedded text with the places of the file that holds it. */
export function mapTree(root: YamlNode, content: MappedText): YamlNode {
  const done = new Map<Node, Node>();
  const place = ({ start, end }: Range): Range => content.rangeOf(start, end);
  const scalarAt = (scalar: YamlScalar): YamlScalar => ({ ...scalar, range: place(scalar.range) });
  const nodeAt = (node: YamlNode): YamlNode =>
    node.kind === 'alias'
      ? { ...node, range: place(node.range), target: node.target && targetAt(node.target) }
      : targetAt(node);
  /** Each node once, however many aliases stand for it. */
  const targetAt = (node: Node): Node => {
    const known = done.get(node);
    if (known) return known;
    const mapped = collectionAt(node);
    done.set(node, mapped);
    return mapped;
  };
  const collectionAt = (node: Node): Node => {
    if (node.kind === 'scalar') return scalarAt(node);
    const range = place(node.range);
    if (node.kind === 'sequence') return { ...node, range, items: node.items.map(nodeAt) };
    const entries = node.entries.map(({ key, value }) => ({ key: scalarAt(key), value: nodeAt(value) }));
    return { ...node, range, entries };
  };
  return nodeAt(root);
}
