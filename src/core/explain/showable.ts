/** Names of settings whose values are for nobody's eyes, unless they name the file that holds it. */
const SECRET_NAME = /token|password|secret|header|credential/i;

/** Booleans, numbers, durations, names, paths, addresses and lists of them. */
const PLAIN = /^[\w.,:/=*+ -]{0,120}$/;

const TOKEN = /(?:^|[^a-z0-9])[a-z0-9]{6}\.[a-z0-9]{16}(?:[^a-z0-9]|$)|[\w+=-]{32}/i;

/** Returns whether the value of a setting may be shown: not a token, key or password, nor what looks like one. */
export function isShowable(name: string, value: string): boolean {
  const isFile = name.endsWith('file') || value.startsWith('/');
  return PLAIN.test(value) && (!SECRET_NAME.test(name) || isFile || value.length < 6) && (isFile || !TOKEN.test(value));
}
