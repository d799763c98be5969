import type { Range } from '../../text/range';
import { isStatement } from '../templates';

/**
 * Returns the places of line ends that end no command although no backslash stands before them: those of lines that hold
 * nothing but a template's statements, behind a line that goes on. `{% if … %}` is gone when the shell reads the script.
 */
export function statementLineEnds(text: string, templates: readonly Range[]): ReadonlySet<number> {
  const ends = new Set<number>();
  for (const [index, { start, end }] of templates.entries()) {
    if (!isStatement(text.slice(start, end))) continue;
    let lineStart = start;
    while (text[lineStart - 1] === ' ' || text[lineStart - 1] === '\t') lineStart -= 1;
    const previousEnd = text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1;
    const goesOn = text[lineStart - 1] === '\n' && (ends.has(lineStart - 1) || text[previousEnd - 1] === '\\');
    const newline = /^[ \t\r]*\n/.exec(text.slice(end, templates[index + 1]?.start));
    if (goesOn && newline) ends.add(end + newline[0].length - 1);
  }
  return ends;
}
