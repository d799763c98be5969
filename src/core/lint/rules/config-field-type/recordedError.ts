import type { YamlNode } from '../../../documents/yaml/node';
import { isAtLeast, type Release } from '../../../kubernetes/release';
import type { Wanted } from '../../fieldProblem';

/** Up to 1.22 and from 1.23 on: another decoder with other words (config-strictness.md `str.k.type.old`, `str.k.type`). */
const TEXTS: Readonly<Partial<Record<Wanted, readonly [before: string, since: string]>>> = {
  boolean: ['ReadBool: expect t or f, but found "', 'cannot unmarshal string into Go struct field'],
  integer: ['readUint32: unexpected character', 'cannot unmarshal string into Go struct field'],
  list: ['decode slice: expect [ or n, but found "', 'cannot unmarshal string into Go struct field'],
  duration: ['cannot unmarshal number into Go value of type string', 'cannot unmarshal number into Go struct field'],
};

/** Returns what the kubelet was seen to write on such a value, or undefined where that was not recorded. */
export function recordedError(wanted: Wanted, found: YamlNode, release: Release): string | undefined {
  const texts = TEXTS[wanted];
  if (!texts || found.kind !== 'scalar') return undefined;
  const isRecorded =
    wanted === 'duration' ? found.type === 'integer' || found.type === 'float' : found.type === 'string';
  return isRecorded ? texts[isAtLeast(release, '1.23') ? 1 : 0] : undefined;
}
