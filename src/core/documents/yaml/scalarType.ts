import type { ScalarType } from './node';

const BOOLEANS = new Set(
  ['y', 'yes', 'true', 'on', 'n', 'no', 'false', 'off'].flatMap((word) => [
    word,
    word.toUpperCase(),
    word.charAt(0).toUpperCase() + word.slice(1),
  ]),
);

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);

const LONGEST_WORD = 'false'.length;

const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|[1-9][0-9]*|0)$/;

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

const SPECIAL_FLOAT = /^(?:\.nan|\.NaN|\.NAN|[-+]?(?:\.inf|\.Inf|\.INF))$/;

/**
 * Returns what a plain scalar is once Kubernetes has read it. Its reader follows YAML 1.1 here, so `yes`, `on` and `y`
 * are booleans (kubernetes-sigs/yaml, goyaml.v2/resolve.go).
 */
export function plainScalarType(text: string): ScalarType {
  if (text.length <= LONGEST_WORD) {
    if (NULLS.has(text)) return 'null';
    if (BOOLEANS.has(text)) return 'boolean';
  }
  if (!'-+.0123456789'.includes(text.charAt(0))) return 'string';
  const digits = text.replaceAll('_', '');
  if (INTEGER.test(digits)) return 'integer';
  return FLOAT.test(digits) || SPECIAL_FLOAT.test(text) ? 'float' : 'string';
}

/** Returns the boolean a scalar stands for as Kubernetes reads it, or undefined when it is none. */
export function yamlBoolean(text: string): boolean | undefined {
  if (!BOOLEANS.has(text)) return undefined;
  return ['y', 'yes', 'true', 'on'].includes(text.toLowerCase());
}

/** Returns the type that an explicit tag gives a scalar, or undefined for a tag that gives none. */
export function taggedScalarType(tag: string): ScalarType | undefined {
  switch (tag) {
    case '!!str':
    case '!':
      return 'string';
    case '!!bool':
      return 'boolean';
    case '!!int':
      return 'integer';
    case '!!float':
      return 'float';
    case '!!null':
      return 'null';
    default:
      return undefined;
  }
}
