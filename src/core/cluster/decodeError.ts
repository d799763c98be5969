import { isAtLeast, type Release } from '../kubernetes/release';
import type { FieldProblem, Wanted } from './fieldProblem';

/** Up to 1.22 and from 1.23 on: another decoder with other words (config-strictness.md `str.k.type.old`, `str.k.type`). */
const KUBELET: Readonly<Partial<Record<Wanted, readonly [before: string, since: string]>>> = {
  boolean: ['ReadBool: expect t or f, but found "', 'cannot unmarshal string into Go struct field'],
  integer: ['readUint32: unexpected character', 'cannot unmarshal string into Go struct field'],
  list: ['decode slice: expect [ or n, but found "', 'cannot unmarshal string into Go struct field'],
  duration: ['cannot unmarshal number into Go value of type string', 'cannot unmarshal number into Go struct field'],
};

/** Returns what the program was seen to write on such a value, or undefined where that was not recorded. */
export function recordedError(
  reader: 'kubelet' | 'kubeadm',
  { wanted, node }: FieldProblem,
  release: Release,
): string | undefined {
  if (reader === 'kubeadm') return isAtLeast(release, '1.23') ? undefined : kubeadmError(wanted, node);
  const texts = KUBELET[wanted];
  if (!texts || node.kind !== 'scalar') return undefined;
  const isRecorded = wanted === 'duration' ? node.type === 'integer' || node.type === 'float' : node.type === 'string';
  return isRecorded ? texts[isAtLeast(release, '1.23') ? 1 : 0] : undefined;
}

/** Run at 1.20 (config-strictness.md `str.a.type`). */
function kubeadmError(wanted: Wanted, node: FieldProblem['node']): string | undefined {
  if (wanted === 'mapping' && node.kind === 'sequence') return 'ReadMapCB: expect { or n, but found [';
  const isTrue = node.kind === 'scalar' && node.type === 'boolean' && /^[tTyY]|^on$/i.test(node.value);
  return wanted === 'text' && isTrue ? 'ReadString: expects " or n, but found t' : undefined;
}
