import type { Setting } from './setting';

const words: Readonly<Record<string, boolean>> = {
  1: true,
  t: true,
  T: true,
  true: true,
  TRUE: true,
  True: true,
  0: false,
  f: false,
  F: false,
  false: false,
  FALSE: false,
  False: false,
};

/** Returns what Go's strconv.ParseBool reads, as flags and gates are read; undefined when it would refuse the text. */
export function goBoolean(text: string): boolean | undefined {
  return Object.hasOwn(words, text) ? words[text] : undefined;
}

/** Returns a text setting read as a Go boolean; unknown when the component would refuse it. */
export function booleanSetting(setting: Setting<string>): Setting<boolean> {
  if (setting.state === 'unknown') return setting;
  if (setting.state === 'absent') {
    return { state: 'absent', value: setting.value === undefined ? undefined : goBoolean(setting.value) };
  }
  const value = goBoolean(setting.value);
  if (value !== undefined) return { ...setting, value };
  return { state: 'unknown', reasons: [{ type: 'malformed', path: setting.origin.path }] };
}

/** Returns a flag of a component read as a Go boolean. */
export function booleanFlag(component: { flag(name: string): Setting<string> }, name: string): Setting<boolean> {
  return booleanSetting(component.flag(name));
}
