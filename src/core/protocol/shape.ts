/** Says whether a value from outside has a certain shape. */
export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === 'string';

export const flag: Check = (value) => typeof value === 'boolean';

/** A number that can be calculated with: neither NaN nor infinite. */
export const finite: Check = (value) => Number.isFinite(value);

/** A whole number from 0 on. */
export const index: Check = (value) => Number.isInteger(value) && (value as number) >= 0;

/** Returns a check for one of a few given texts. */
export function oneOf(...allowed: readonly string[]): Check {
  return (value) => typeof value === 'string' && allowed.includes(value);
}

/** Returns a check that also passes what is missing: messages lose their undefined fields on the way. */
export function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

/** Returns a check that passes what one of some checks passes. */
export function anyOf(...checks: readonly Check[]): Check {
  return (value) => checks.some((check) => check(value));
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every((item) => check(item));
}

/** Returns a check for a plain object whose values all pass. */
export function mapOf(check: Check): Check {
  return (value) => isRecord(value) && Object.values(value).every((item) => check(item));
}

/** Returns a check for an object with these fields; further fields are allowed and ignored. */
export function object(fields: Readonly<Record<string, Check>>): Check {
  const entries = Object.entries(fields);
  return (value) => isRecord(value) && entries.every(([name, check]) => check(value[name]));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
