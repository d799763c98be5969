import type { Flag } from '../documents/commandLine';
import { isAtLeast, type Release } from '../kubernetes/release';
import type { ComponentInView, InFile } from './cluster';

/** A controller of kube-controller-manager that is about certificates. */
export type CsrController = 'csrapproving' | 'csrsigning';

/** From 1.28 these are the names, and the short ones go on working (behaviour `ctrl.names`). */
const longNames: Readonly<Record<CsrController, string>> = {
  csrapproving: 'certificatesigningrequest-approving-controller',
  csrsigning: 'certificatesigningrequest-signing-controller',
};

/** Why a controller does not run. */
export interface DisabledController {
  /** The `--controllers` that decides. */
  readonly flag: InFile<Flag>;
  /** The entry that excludes it, `-csrsigning`; undefined when no entry includes it. */
  readonly exclusion: string | undefined;
}

/**
 * Returns what keeps a controller from running; undefined when it runs, or when that is not known. Several `--controllers`
 * are one list, the first entry that names a controller decides, and `*` is all that are not named.
 */
export function disabledController(
  manager: ComponentInView,
  controller: CsrController,
  release: Release,
): DisabledController | undefined {
  const flags = manager.flags('controllers');
  const last = flags.at(-1);
  if (!last || !isAtLeast(release, '1.7') || flags.some(({ value }) => isHidden(value))) return undefined;
  const names: readonly string[] = isAtLeast(release, '1.28') ? [controller, longNames[controller]] : [controller];
  const entries = flags.flatMap((flag) => entriesOf(flag.value).map((entry) => ({ flag, entry })));
  const deciding = entries.find(({ entry }) => names.includes(entry.replace(/^-/, '')));
  if (deciding) return deciding.entry.startsWith('-') ? { flag: deciding.flag, exclusion: deciding.entry } : undefined;
  if (manager.unknown.length > 0 || entries.some(({ entry }) => entry === '*')) return undefined;
  return { flag: last, exclusion: undefined };
}

function isHidden({ templated, conditional, value }: Flag): boolean {
  return templated || conditional === true || value === undefined;
}

/** Returns the entries of a list of controllers. */
export function entriesOf({ value }: Flag): readonly string[] {
  return (value ?? '').split(',').map((entry) => entry.trim());
}
