import type { Range } from '../../../text/range';
import type { SourceText } from '../../../text/sourceText';
import type { Draft } from '../../rule';

const VARIABLE = /^["']?\$\{?([A-Za-z_]\w*)\}?["']?$/;

/**
 * Returns where a secret stands in the clear: where a script gives it to a variable (`TOKEN=…`) when it is taken from there
 * (`--token=$TOKEN`), else the place where it is read.
 */
export function whereItStands(source: SourceText, range: Range): Pick<Draft, 'path' | 'range'> {
  const { script, place } = outermost(source, range);
  const name = script === source ? undefined : VARIABLE.exec(script.slice(place))?.[1];
  const assigned = name === undefined ? undefined : assignedIn(script.text, name);
  return assigned ? { path: script.path, range: assigned } : { path: source.path, range };
}

function outermost(source: SourceText, range: Range): { readonly script: SourceText; readonly place: Range } {
  const { outer } = source;
  return outer ? outermost(outer.source, outer.rangeOf(range)) : { script: source, place: range };
}

/** The value of a variable inside its quotes, where the script first gives it one in a word of its own. */
function assignedIn(text: string, name: string): Range | undefined {
  const written = `${name}=`;
  for (let at = text.indexOf(written); at !== -1; at = text.indexOf(written, at + 1)) {
    if (at > 0 && !/[\s;&|]/.test(text.charAt(at - 1))) continue;
    const from = at + written.length;
    const start = /["']/.test(text.charAt(from)) ? from + 1 : from;
    const length = /^[^\s"';&|]*/.exec(text.slice(start, start + 1000))?.[0].length ?? 0;
    if (length > 0) return { start, end: start + length };
  }
  return undefined;
}
