import { variableAt, type Escape, type WordSyntax } from '../flags/splitWords';

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  s: ' ',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

const NUMBERED = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([0-7]{3}))/y;

/** Words of `Environment=`: quotes, C escapes (systemd.syntax(7), "Quoting") and specifiers, but no variables. */
export const environmentWordSyntax: WordSyntax = {
  escapeAt(text, at) {
    if (text[at] === '%' && text[at + 1] === '%') return { length: 2, text: '%' };
    return text[at] === '\\' ? cEscape(text, at) : undefined;
  },
  unknownAt(text, at) {
    const isSpecifier = text[at] === '%' && /[A-Za-z]/.test(text.charAt(at + 1));
    return isSpecifier ? { type: 'variable', name: undefined, unsplit: true, length: 2 } : undefined;
  },
};

/**
 * Words of `ExecStart=` (systemd.service(5), "Command lines"): as in `Environment=`, with `$NAME`, which becomes as
 * many words as its value has, `${NAME}`, which stays one, and `$$` for a dollar.
 */
export const execWordSyntax: WordSyntax = {
  escapeAt(text, at, quote) {
    if (text[at] === '$' && text[at + 1] === '$') return { length: 2, text: '$' };
    return environmentWordSyntax.escapeAt(text, at, quote);
  },
  unknownAt(text, at, quote) {
    if (text[at] === '$' && text[at + 1] === '$') return undefined;
    const variable = variableAt(text, at);
    if (variable) return { type: 'variable', name: variable.name, unsplit: variable.braced, length: variable.length };
    return environmentWordSyntax.unknownAt(text, at, quote);
  },
};

function cEscape(text: string, at: number): Escape | undefined {
  const next = text.charAt(at + 1);
  const simple = Object.hasOwn(ESCAPES, next) ? ESCAPES[next] : undefined;
  if (simple !== undefined) return { length: 2, text: simple };
  NUMBERED.lastIndex = at;
  const match = NUMBERED.exec(text);
  if (!match) return undefined;
  const code = match[3] === undefined ? parseInt(match[1] ?? match[2] ?? '', 16) : parseInt(match[3], 8);
  return { length: match[0].length, text: String.fromCharCode(code) };
}
