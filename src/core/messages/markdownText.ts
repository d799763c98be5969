/** Returns a text for Markdown that shows it as it is. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]()<>~&|#!]/g, '\\$&');
}

/** Returns a text as a paragraph of one line that Markdown shows as it is, whatever it begins with. */
export function markdownLine(text: string): string {
  return markdownText(text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .replace(/^[-+=](?=[-+=]*(?: |$))/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Returns a block that shows a text letter by letter; no run of backticks in it can end the block. */
export function markdownBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
