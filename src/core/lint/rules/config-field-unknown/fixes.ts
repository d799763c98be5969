import { askedOnce } from '../../../askedOnce';
import type { YamlMapping, YamlScalar } from '../../../documents/yaml/node';
import { valueAt } from '../../../documents/yaml/node';
import { overlaps } from '../../../text/range';
import { fieldsAt, isRead, lifeOfField } from '../../../cluster/configurationFields';
import { fieldProblems } from '../../../cluster/fieldProblem';
import type { DraftFix } from '../../rule';
import type { LackedField } from './lackedField';

/**
 * Gives the key another name where it stands. Nothing where the field would not take the value: it stops the kubelet as
 * soon as the name is right.
 */
export function renameFix(lacked: LackedField, right: string, isCertain: boolean): DraftFix | undefined {
  const { path, field } = lacked;
  const { key } = field.entry;
  const name = right.slice(right.lastIndexOf('.') + 1);
  const own = key.value.toLowerCase() === name.toLowerCase() ? 1 : 0;
  const isTaken = (namesIn(field.parent).get(name.toLowerCase()) ?? 0) > own;
  if (isTaken || !isAcceptedAs(lacked, name)) return undefined;
  const range = key.style === 'plain' ? key.range : { start: key.range.start + 1, end: key.range.end - 1 };
  return { title: 'rename', safe: isCertain, edits: [{ path, range, newText: name }] };
}

/** How often each name stands in a mapping, whatever its case; a key that is repeated a thousand times asks as often. */
const namesIn = askedOnce(({ entries }: YamlMapping): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { key } of entries) {
    const name = key.value.toLowerCase();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
});

function isAcceptedAs({ document, field, context }: LackedField, name: string): boolean {
  const { value } = field.entry;
  const path = [...field.path.slice(0, -1), name];
  const life = lifeOfField(document, path, context);
  if (!life || fieldProblems(value, life).length > 0) return false;
  return fieldsAt(document, value, path, context).every(
    (below) => !isRead(below.life) || fieldProblems(below.entry.value, below.life).length === 0,
  );
}

/** Moves a single value to its place; nothing in a file that may hold secrets, and where that place is taken or the edits would meet. */
export function moveFix({ document, field }: LackedField, right: string): DraftFix | undefined {
  if (document.type === 'kubeadm') return undefined;
  const { value } = field.entry;
  const names = field.path.filter((step) => typeof step === 'string');
  const target = right.split('.');
  const isListed = names.length < field.path.length || right.includes('[') || right.includes('*');
  if (isListed || value.kind !== 'scalar' || value.templated || valueAt(document.root, target)) return undefined;
  const removal = document.editor.remove(names);
  const addition = document.editor.set(target, asWritten(value));
  if (!removal || !addition) return undefined;
  const doMeet = removal.some((one) => addition.some((other) => overlaps(one.range, other.range)));
  return doMeet ? undefined : { title: 'move', safe: false, edits: [...removal, ...addition] };
}

function asWritten({ style, value }: YamlScalar): string {
  return style === 'plain' ? value : JSON.stringify(value);
}

/** Takes out a key that does nothing in this release; whether something else should do its work is for a person to say. */
export function removeFix({ document, field }: LackedField): DraftFix | undefined {
  const names = field.path.filter((step) => typeof step === 'string');
  const isLast = field.parent.entries.findLast(({ key }) => key.value === names.at(-1)) === field.entry;
  const edits = isLast && names.length === field.path.length ? document.editor.remove(names) : undefined;
  return edits && { title: 'remove', safe: false, edits };
}
