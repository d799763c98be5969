import type { FlagType } from '../../src/core/kubernetes/data';

/** Type names as the programs, the source and KubeletConfiguration write them. */
const TYPES: Readonly<Record<string, FlagType>> = {
  bool: 'bool',
  version: 'version',
  'version[=true]': 'version',
  int: 'int',
  int32: 'int',
  int64: 'int',
  Level: 'int',
  uint: 'uint',
  uint32: 'uint',
  float: 'float',
  float32: 'float',
  float64: 'float',
  duration: 'duration',
  quantity: 'quantity',
  ip: 'ip',
  string: 'string',
  portRange: 'string',
  severity: 'string',
  traceLocation: 'string',
  list: 'list',
  strings: 'list',
  stringSlice: 'list',
  stringArray: 'list',
  int32Slice: 'list',
  cidrs: 'list',
  'list of string': 'list',
  namedCertKey: 'list',
  moduleSpec: 'list',
  'pattern=N,...': 'list',
  'reserved-memory': 'list',
  '[]v1.Taint': 'list',
  '[]api.Taint': 'list',
  map: 'map',
  'map of key=value': 'map',
  'map of string': 'map',
  mapStringString: 'map',
  stringToString: 'map',
  colonSeparatedMultimapStringString: 'map',
  mapStringBool: 'gates',
  'map of name=bool': 'gates',
};

/** Fails on a type it has never seen, so that a new release is looked at. */
export function flagType(flag: string, type: string): FlagType {
  const known = TYPES[type];
  if (known === undefined) throw new Error(`--${flag}: type ${type} has no place in data/derive/flagType.ts`);
  return known;
}
