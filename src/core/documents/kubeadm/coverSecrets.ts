import type { YamlAlias, YamlMapping, YamlNode } from '../yaml/node';

type Covered = Exclude<YamlNode, YamlAlias>;

/** Returns a tree in which the text of all scalars under these keys is gone; names, types and places stay. */
export function coverSecrets(root: YamlMapping, keys: ReadonlySet<string>): YamlMapping {
  const done = new Map<Covered, Covered>();
  const cover = (node: YamlNode): YamlNode =>
    node.kind === 'alias' ? { ...node, target: node.target && coverTarget(node.target) } : coverTarget(node);
  /** Each node once, however many aliases stand for it. */
  const coverTarget = (node: Covered): Covered => {
    const known = done.get(node);
    if (known) return known;
    const covered = node.kind === 'mapping' ? coverMapping(node) : coverOther(node);
    done.set(node, covered);
    return covered;
  };
  const coverOther = (node: Exclude<Covered, YamlMapping>): Covered =>
    node.kind === 'sequence' ? { ...node, items: node.items.map(cover) } : node;
  const coverMapping = (mapping: YamlMapping): YamlMapping => ({
    ...mapping,
    entries: mapping.entries.map(({ key, value }) => ({
      key,
      value: keys.has(key.value) ? withoutText(value) : cover(value),
    })),
  });
  return coverMapping(root);
}

function withoutText(node: YamlNode): YamlNode {
  if (node.kind === 'scalar') return { ...node, value: '' };
  return { kind: 'scalar', value: '', style: 'plain', type: 'string', range: node.range, templated: false };
}
