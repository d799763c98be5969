import type { YamlEntry, YamlScalar } from '../../../documents/yaml/node';
import { valueAt } from '../../../documents/yaml/node';
import { overlaps } from '../../../text/range';
import { fieldProblems } from '../../fieldProblem';
import type { DraftFix } from '../../rule';
import type { LackedField } from './rule';

/**
 * Gives the key another name where it stands. It is safe when the name is certain and the value is one that the field
 * takes: a wrong one would stop the kubelet as soon as the name is right.
 */
export function renameFix(lacked: LackedField, right: string, isCertain: boolean): DraftFix | undefined {
  const { path, field } = lacked;
  const { key } = field.entry;
  const name = right.slice(right.lastIndexOf('.') + 1);
  const isTaken = field.parent.entries.some((one) => one !== field.entry && isSameName(one, name));
  const isQuoted = key.style !== 'plain';
  if (isTaken || right.endsWith(']') || right.endsWith('*')) return undefined;
  const range = isQuoted ? { start: key.range.start + 1, end: key.range.end - 1 } : key.range;
  return { title: 'rename', safe: isCertain && isTakenByField(lacked, right), edits: [{ path, range, newText: name }] };
}

function isSameName({ key }: YamlEntry, name: string): boolean {
  return key.value.toLowerCase() === name.toLowerCase();
}

function isTakenByField({ document, field, context }: LackedField, right: string): boolean {
  const path = [...field.path.slice(0, -1), right.slice(right.lastIndexOf('.') + 1)];
  const life = context.kubernetes.configFields.field(document.apiVersion, path, context.cluster.target.release);
  return life !== undefined && fieldProblems(field.entry.value, life).length === 0;
}

/** Moves a single value to its place; nothing where that place is taken or the edits would meet. */
export function moveFix({ document, field }: LackedField, right: string): DraftFix | undefined {
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
