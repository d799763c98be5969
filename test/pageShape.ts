/** A block of code between fences. */
export const codeBlock = /^```[^]*?^```$/gm;

const inlineCode = /`[^`]+`/g;

/** Returns all matches of an expression, in order. */
export function matches(text: string, expression: RegExp): readonly string[] {
  return text.match(expression) ?? [];
}

/** Returns a Markdown page without anything in code. */
export function proseOf(page: string): string {
  return page.replace(codeBlock, '').replace(inlineCode, '');
}

/** Returns the blocks of a Markdown page that blank lines part, code blocks as three backticks. */
export function blocksOf(page: string): readonly string[] {
  return page
    .replace(codeBlock, '```')
    .trim()
    .split(/\n{2,}/);
}

/** Returns the names in backticks outside of code blocks, each once, in the order of the alphabet. */
export function namesIn(page: string): readonly string[] {
  const names = matches(page.replace(codeBlock, ''), inlineCode).map((name) => name.replace(/\s+/g, ' '));
  return [...new Set(names)].sort();
}

/** Returns what kind of block stands where, and of how many items or rows: `#`, `##`, `- 3`, `|5`, a code block or text. */
export function shapeOf(page: string): readonly string[] {
  return blocksOf(page).map((block) => {
    const mark = /^(?:#+|- |\d\. |\||```)/.exec(block)?.[0] ?? 'text';
    return /^(?:- |\d|\|)/.test(mark) ? `${mark}${String(matches(block, /^(?:- |\d+\. |\|)/gm).length)}` : mark;
  });
}
