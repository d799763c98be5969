import type { Range } from '../text/range';

const PART_OF_NAME = /[\w./:-]/;

/** No name of a role or signer comes near it. */
const MAX_LENGTH = 200;

/** Returns the name-like word at an offset, such as `kubernetes.io/kubelet-serving`; undefined for none or a longer one. */
export function wordAt(text: string, offset: number): Range | undefined {
  let start = offset;
  while (start > 0 && offset - start <= MAX_LENGTH && PART_OF_NAME.test(text.charAt(start - 1))) start -= 1;
  let end = offset;
  while (end < text.length && end - offset <= MAX_LENGTH && PART_OF_NAME.test(text.charAt(end))) end += 1;
  while (end > start && /[.:]/.test(text.charAt(end - 1))) end -= 1;
  return end > start && end - start <= MAX_LENGTH ? { start, end } : undefined;
}
