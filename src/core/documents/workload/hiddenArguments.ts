import type { Range } from '../../text/range';
import type { Argument } from '../commandLine';

/** Lines that a template writes may be arguments. */
export function hiddenArguments(range: Range): Argument {
  const place = { start: range.end, end: range.end };
  return { type: 'reference', reference: { variable: '{{ }}', range: place, templated: true, unsplit: false } };
}
