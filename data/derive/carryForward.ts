/** Properties whose value is the last release of a range. */
const LAST = new Set(['to', 'last', 'acceptedLast', 'writtenLast']);

/**
 * The facts with every range that ends at the release they were read to (`_meta.readTo`) drawn on to the newest: a new
 * release file is enough, and what it does not say stays as it was. What has an announced end (`removedIn`) is left.
 */
export function carryForward(facts: unknown, newest: string): unknown {
  const readTo = (facts as { _meta?: { readTo?: string } })._meta?.readTo;
  return readTo === undefined || readTo === newest ? facts : drawOn(facts, readTo, newest);
}

function drawOn(value: unknown, readTo: string, newest: string): unknown {
  if (typeof value === 'string') return drawnRange(value, readTo, newest);
  if (Array.isArray(value)) return value.map((item) => drawOn(item, readTo, newest));
  if (typeof value !== 'object' || value === null) return value;
  const ends = 'removedIn' in value && typeof value.removedIn === 'string';
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) =>
      LAST.has(key) && item === readTo
        ? [key, ends ? item : newest]
        : [drawnRange(key, readTo, newest), drawOn(item, readTo, newest)],
    ),
  );
}

function drawnRange(text: string, readTo: string, newest: string): string {
  return /^1\.\d+(?:-1\.\d+)?$/.test(text) && text.endsWith(`-${readTo}`) ? text.replace(/-.*/, `-${newest}`) : text;
}
