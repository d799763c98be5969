import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Message } from '../messages/message';

/** Returns what a thing is for, by kind and name (`gate.NAME`); undefined where the facts do not say (purposes.json). */
export function purposeOf({ purposes }: Kubernetes, ...subjects: readonly string[]): Message | undefined {
  const ids = subjects.map((subject) => `purpose.${subject}`);
  const id = ids.find((known) => Object.hasOwn(purposes, known));
  return id === undefined ? undefined : { id, params: {} };
}
