/** One line for each entry down to `depth`, the rest in one piece: small, and a change shows as the line it changes. */
export function format(value: unknown, depth: number): string {
  return `${formatAt(value, depth, '')}\n`;
}

function formatAt(value: unknown, depth: number, indent: string): string {
  if (depth === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent} `;
  const entries = Array.isArray(value)
    ? value.map((item) => formatAt(item, depth - 1, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${formatAt(item, depth - 1, inner)}`);
  if (entries.length === 0) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open ?? ''}\n${entries.map((entry) => inner + entry).join(',\n')}\n${indent}${close ?? ''}`;
}
