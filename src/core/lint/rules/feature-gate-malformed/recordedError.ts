import { booleanError } from '../../../cluster/goErrors';
import type { WrittenGate } from '../../../cluster/writtenGate';
import { isAtLeast, type Release } from '../../../kubernetes/release';

/**
 * Returns what a component says of a malformed entry of `--feature-gates`; undefined in a configuration, before the release
 * of the recording (14-flags), and where the words would quote more than a name.
 */
export function recordedError({ component, name, text, place }: WrittenGate, release: Release): string | undefined {
  if (place.type !== 'flag' || !isAtLeast(release, '1.20')) return undefined;
  const equals = text.indexOf('=');
  if (equals === -1 && component === 'kubelet') return 'malformed pair, expect string=bool';
  const quoted = equals === -1 ? name : text.slice(equals + 1).trim();
  if (!/^\w{0,60}$/.test(quoted)) return undefined;
  return equals === -1 ? `missing bool value for ${quoted}` : booleanError(quoted);
}
