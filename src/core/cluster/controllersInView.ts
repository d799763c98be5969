import type { Flag } from '../documents/commandLine';
import { isAtLeast, type Release } from '../kubernetes/release';
import type { ComponentInView, InFile } from './cluster';

/** A controller of kube-controller-manager that is about certificates. */
export type CsrController = 'csrapproving' | 'csrsigning';

/** A controller that has to do with certificates or bootstrap tokens. */
export type Controller = CsrController | 'csrcleaner' | 'tokencleaner';

/** From 1.28 these are the names, and the short ones go on working (behaviour `ctrl.names`). */
const longNames: Readonly<Record<Controller, string>> = {
  csrapproving: 'certificatesigningrequest-approving-controller',
  csrsigning: 'certificatesigningrequest-signing-controller',
  csrcleaner: 'certificatesigningrequest-cleaner-controller',
  tokencleaner: 'token-cleaner-controller',
};

/** In 1.6 one controller approves and signs (behaviour `ctrl.names`). */
const BOTH = 'certificatesigningrequests';

/** `*` does not stand for it (recorded on 1.20). */
const OFF_BY_DEFAULT: ReadonlySet<Controller> = new Set(['tokencleaner']);

/** Returns the names that `--controllers` of a release has for a controller; none where it has no name there. */
function namesOf(controller: Controller, release: Release): readonly string[] {
  if (isAtLeast(release, '1.28')) return [controller, longNames[controller]];
  if (isAtLeast(release, '1.7') || controller === 'tokencleaner') return [controller];
  return controller === 'csrcleaner' ? [] : [BOTH];
}

/**
 * Returns the entry of a list of controllers that decides about one: the first that names it, else `*`, which is all that are
 * not named. Undefined when none does: then it does not run.
 */
export function decidingEntry(
  entries: readonly string[],
  controller: Controller,
  release: Release,
): string | undefined {
  const names = namesOf(controller, release);
  const named = entries.find((entry) => names.includes(entry.replace(/^-/, '')));
  return named ?? (OFF_BY_DEFAULT.has(controller) ? undefined : entries.find((entry) => entry === '*'));
}

/** Why a controller does not run. */
export interface DisabledController {
  /** The `--controllers` that decides. */
  readonly flag: InFile<Flag>;
  /** The entry that excludes it, `-csrsigning`; undefined when no entry includes it. */
  readonly exclusion: string | undefined;
}

/**
 * Returns what keeps a controller from running; undefined when it runs, or when that is not known. Several `--controllers`
 * are one list.
 */
export function disabledController(
  manager: ComponentInView,
  controller: CsrController,
  release: Release,
): DisabledController | undefined {
  const flags = manager.flags('controllers');
  const last = flags.at(-1);
  if (!last || !isAtLeast(release, '1.7') || flags.some(({ value }) => isHidden(value))) return undefined;
  const entries = flags.flatMap(({ value }) => entriesOf(value));
  const deciding = decidingEntry(entries, controller, release);
  if (deciding === undefined) return manager.unknown.length > 0 ? undefined : { flag: last, exclusion: undefined };
  if (!deciding.startsWith('-')) return undefined;
  const flag = flags.find(({ value }) => entriesOf(value).includes(deciding)) ?? last;
  return { flag, exclusion: deciding };
}

function isHidden({ templated, conditional, value }: Flag): boolean {
  return templated || conditional === true || value === undefined;
}

/** Returns the entries of a list of controllers. */
export function entriesOf({ value }: Flag): readonly string[] {
  return (value ?? '').split(',').map((entry) => entry.trim());
}
