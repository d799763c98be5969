import type { ComponentInView } from './cluster';
import type { Setting } from './setting';

/**
 * Returns what several descriptions of one component say with one voice; undefined when there are none. A setting on which
 * they differ is unknown: control planes of two clusters, or two states of one, explain nothing about each other.
 */
export function agreedComponent(components: readonly ComponentInView[]): ComponentInView | undefined {
  const [first, ...others] = components;
  if (!first || others.length === 0) return first;
  const paths = components.map(({ path }) => path);
  const agree = <T>(ask: (component: ComponentInView) => Setting<T>): Setting<T> => {
    const settings = components.map(ask);
    const [own] = settings;
    const unknown = settings.find(({ state }) => state === 'unknown');
    if (unknown) return unknown;
    const isOne = settings.every((setting) => valueOf(setting) === valueOf(own));
    return own && isOne ? own : { state: 'unknown', reasons: [{ type: 'contradiction', paths }] };
  };
  return {
    ...first,
    flags: (name) => (agree((component) => component.flag(name)).state === 'unknown' ? [] : first.flags(name)),
    flag: (name) => agree((component) => component.flag(name)),
    gate: (name) => agree((component) => component.gate(name)),
  };
}

function valueOf<T>(setting: Setting<T> | undefined): T | undefined {
  return setting === undefined || setting.state === 'unknown' ? undefined : setting.value;
}
