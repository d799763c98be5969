import type { FieldType } from '../../src/core/kubernetes/data';

const PLAIN =
  /^(?:(?:list of |map of )?(?:bool|duration|float|int32|int64|object|quantity|string|time|uint32)|map of list of string)$/;

/** The type without the remarks the facts put behind it in brackets. */
export function fieldType(path: string, type: string): FieldType {
  if (type.startsWith('duration (integer')) return 'duration or int64';
  const bare = type.replace(/ \(.*\)$/, '');
  if (bare === 'int') return 'int32';
  if (!PLAIN.test(bare)) throw new Error(`Field ${path}: type ${type} has no place in data/derive/fieldType.ts`);
  return bare as FieldType;
}
