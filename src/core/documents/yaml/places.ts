/** Returns the end of a flow collection whose last part ends at `from`, its bracket included; `from` when it has none of its own. */
export function flowEnd(text: string, from: number, start: number): number {
  const closing = text[start] === '{' ? '}' : text[start] === '[' ? ']' : undefined;
  if (closing === undefined) return from;
  const at = skipBlanksAnd(',:?', text, from);
  return text[at] === closing ? at + 1 : from;
}

/** Returns the place of a value that is not written: behind the `:` or `-` that announces it, else `from`. */
export function emptyValuePlace(text: string, from: number, mark: ':' | '-'): number {
  const at = skipBlanksAnd('', text, from);
  return text[at] === mark ? at + 1 : from;
}

/** Returns where the `|` or `>` of a block scalar stands whose content starts at `contentStart`. */
export function blockHeaderStart(text: string, from: number, contentStart: number): number {
  const headerEnd = text[contentStart - 1] === '\n' ? contentStart - 1 : contentStart;
  const lineStart = text.lastIndexOf('\n', Math.max(headerEnd - 1, 0)) + 1;
  for (let at = Math.max(from, lineStart); at < headerEnd; at += 1) {
    if (text[at] === '|' || text[at] === '>') return at;
  }
  return contentStart;
}

/** Returns the first place from `from` on that is neither blank, nor in a comment, nor one of `others`. */
export function skipBlanksAnd(others: string, text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '#') {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
    } else if (' \t\r\n'.includes(character) || others.includes(character)) at += 1;
    else return at;
  }
  return at;
}
