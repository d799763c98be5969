/** Returns whether a line of a text leaves a quote open: joined to a command, it would take in what stands behind. */
export function hasOpenQuote(text: string): boolean {
  return text.split(/\r?\n/).some((line) => (line.replaceAll(/\\./g, '').match(/["']/g) ?? []).length % 2 === 1);
}
