import type { Range } from '../text/range';

/** Marks of the template languages people write these files with; what stands between them is unknown until they are rendered. */
const MARKS: readonly (readonly [opening: string, closing: string])[] = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['{#', '#}'],
  ['<%', '%>'],
];

const ENVSUBST = /\$\{[A-Za-z_]\w*(?::?[-=?+][^{}\n]*)?\}/y;

/**
 * Returns the places where a template engine would write something, in order: Jinja and Go (`{{ }}`, `{% %}`, `{# #}`)
 * and ERB (`<% %>`). A mark that is never closed is plain text.
 */
export function findTemplates(text: string): readonly Range[] {
  const found: Range[] = [];
  const marks = MARKS.map(([opening, closing]) => ({ opening, closing, next: text.indexOf(opening) }));
  for (let at = 0; ;) {
    for (const mark of marks) if (mark.next !== -1 && mark.next < at) mark.next = text.indexOf(mark.opening, at);
    const first = marks.reduce((a, b) => (b.next !== -1 && (a.next === -1 || b.next < a.next) ? b : a));
    if (first.next === -1) return found;
    const end = text.indexOf(first.closing, first.next + 2);
    if (end === -1) {
      first.next = -1;
      continue;
    }
    found.push({ start: first.next, end: end + 2 });
    at = end + 2;
  }
}

const STATEMENT = /^(?:\{%|\{#|<%(?!=)|\{\{-?\s*(?:if|else|end|range|with|define|block)\b)/;

/** Returns whether a template writes nothing itself but steers what is written, or is a comment: `{% if … %}`, `{{ end }}`. */
export function isStatement(template: string): boolean {
  return STATEMENT.test(template);
}

/** Returns the places of `${NAME}`, with or without a default, as envsubst and shells fill in. */
export function findVariables(text: string): readonly Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf('${'); at !== -1; at = text.indexOf('${', at + 2)) {
    ENVSUBST.lastIndex = at;
    const match = ENVSUBST.exec(text);
    if (match) found.push({ start: at, end: at + match[0].length });
  }
  return found;
}
