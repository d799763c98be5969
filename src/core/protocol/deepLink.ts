import { isFlowStepId, type FlowStepId } from '../flow/flowStep';
import { areWhatIfs } from '../flow/whatIf/readWhatIf';
import { scenarioById } from '../flow/scenarios/index';

/** A place in a built-in scenario, as a link from outside names it: ids, nothing else. */
export interface LinkedPlace {
  readonly scenario: string;
  readonly step: FlowStepId | undefined;
  /** Missing for the release of the scenario's files. */
  readonly release?: string;
  /** What-ifs as `id=value`. */
  readonly whatIfs: readonly string[];
}

const PATH = '/play';
const NAMES = ['scenario', 'step', 'release', 'what-if'];
const RELEASE = /^1\.\d{1,3}$/;

/** Stands in no value of a what-if. */
const SEPARATOR = ';';

/** Returns the place that path and query of a link name; undefined unless every part of it is known. */
export function readDeepLink(path: string, query: string): LinkedPlace | undefined {
  if (path !== PATH) return undefined;
  const named = new Map(query.split('&').map(pair));
  if ([...named.keys()].some((name) => !NAMES.includes(name))) return undefined;
  const [scenario, step, release] = NAMES.map((name) => named.get(name));
  const whatIfs = listOf(named.get('what-if'));
  const ownRelease = scenarioById(scenario ?? '')?.release;
  if (scenario === undefined || ownRelease === undefined) return undefined;
  if (step !== undefined && !isFlowStepId(step)) return undefined;
  if (release !== undefined && !RELEASE.test(release)) return undefined;
  if (!areWhatIfs(whatIfs, release ?? ownRelease)) return undefined;
  return { scenario, step, ...(release !== undefined && { release }), whatIfs };
}

/** Returns path and query of a link to a place. */
export function deepLink({ scenario, step, release, whatIfs }: LinkedPlace): string {
  const parts = [
    `scenario=${scenario}`,
    ...(step === undefined ? [] : [`step=${step}`]),
    ...(release === undefined ? [] : [`release=${release}`]),
    ...(whatIfs.length === 0 ? [] : [`what-if=${whatIfs.join(SEPARATOR)}`]),
  ];
  return `${PATH}?${parts.join('&')}`;
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(SEPARATOR);
}

function pair(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
