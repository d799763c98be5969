type Item = readonly [name: string, value: unknown, path: string | undefined];

/** Returns where a value holds a range that is upside down or outside its text; undefined when nowhere. */
export function wrongRange(
  value: unknown,
  path: string | undefined,
  lengths: ReadonlyMap<string, number>,
): string | undefined {
  const seen = new Set<unknown>();
  const pending: Item[] = [['value', value, path]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [name, item, itsPath] = next;
    if (typeof item !== 'object' || item === null || seen.has(item)) continue;
    seen.add(item);
    const length = itsPath === undefined ? Infinity : (lengths.get(itsPath) ?? 0);
    if (/range$/i.test(name) && isWrong(item, length)) return name;
    for (const part of partsOf(name, item, pathOf(item, lengths) ?? itsPath)) pending.push(part);
  }
  return undefined;
}

function partsOf(name: string, item: object, path: string | undefined): readonly Item[] {
  return Object.entries(item).map(([key, value]) => [Array.isArray(item) ? name : key, value, path]);
}

/** A finding names the path of its text, a file holds its text. */
function pathOf(item: object, lengths: ReadonlyMap<string, number>): string | undefined {
  if ('source' in item && typeof item.source === 'object' && item.source !== null) return pathOf(item.source, lengths);
  return 'path' in item && typeof item.path === 'string' && lengths.has(item.path) ? item.path : undefined;
}

function isWrong(item: object, length: number): boolean {
  if (!('start' in item && typeof item.start === 'number' && 'end' in item && typeof item.end === 'number'))
    return false;
  return !(0 <= item.start && item.start <= item.end && item.end <= length);
}
