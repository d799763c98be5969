import type { ComponentInView } from '../cluster/cluster';

/** Returns the entries of a list flag, all its occurrences together as pflag adds them up; undefined when a template hides some. */
export function listOf(component: ComponentInView, flag: string): readonly string[] | undefined {
  const written = component.flags(flag).map(({ value }) => value);
  if (written.some(({ templated, conditional }) => templated || conditional)) return undefined;
  return written
    .flatMap(({ value = '' }) => value.split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
