/** Returns a text for Markdown that shows it as it is. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]()<>~&|#!]/g, '\\$&');
}
