import { isFlowStepId, type FlowStepId } from '../flow/flowStep';
import { scenarioById } from '../flow/scenarios/index';

/** A place in a built-in scenario, as a link from outside names it: ids, nothing else. */
export interface LinkedPlace {
  readonly scenario: string;
  readonly step: FlowStepId | undefined;
}

const PATH = '/play';

/** Returns the place that path and query of a link name; undefined unless every part of it is known. */
export function readDeepLink(path: string, query: string): LinkedPlace | undefined {
  if (path !== PATH) return undefined;
  const named = new Map(query.split('&').map(pair));
  if ([...named.keys()].some((name) => name !== 'scenario' && name !== 'step')) return undefined;
  const scenario = named.get('scenario');
  const step = named.get('step');
  if (scenario === undefined || !scenarioById(scenario)) return undefined;
  if (step !== undefined && !isFlowStepId(step)) return undefined;
  return { scenario, step };
}

/** Returns path and query of a link to a place. */
export function deepLink({ scenario, step }: LinkedPlace): string {
  return `${PATH}?scenario=${scenario}${step === undefined ? '' : `&step=${step}`}`;
}

function pair(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
