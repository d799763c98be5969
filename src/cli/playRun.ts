import type { Scenario } from '../core/flow/scenario';
import { workspaceRun, type ScenarioRun } from '../core/flow/scenarioRun';
import { scenarioById, scenarios } from '../core/flow/scenarios/index';
import { readWhatIf } from '../core/flow/whatIf/readWhatIf';
import { withWhatIfs } from '../core/flow/whatIf/withWhatIfs';
import { nearest } from '../core/kubernetes/nearest';
import type { Release } from '../core/kubernetes/release';
import { renderMessage, type Catalogue } from '../core/messages/message';
import type { PlayArguments } from './arguments';
import { UsageError } from './usageError';

/** Returns the built-in scenario that the call names; undefined when it names none. */
export function scenarioOf({ scenario: id }: PlayArguments): Scenario | undefined {
  if (id === undefined) return undefined;
  const scenario = scenarioById(id);
  if (scenario !== undefined) return scenario;
  const ids = scenarios.map((one) => one.id);
  const near = nearest(id, ids);
  throw near === undefined
    ? new UsageError('cli.usage.noScenario', { id, known: ids.join(', ') })
    : new UsageError('cli.usage.noScenarioNear', { id, near });
}

/**
 * Returns how to play: the scenario's course of events, or the usual one for own files, with what the call asks besides.
 * `texts` are those of a what-if that makes no sense.
 */
export function runOf(
  call: PlayArguments,
  scenario: Scenario | undefined,
  release: Release,
  texts: Catalogue,
): ScenarioRun {
  const chosen = call.whatIfs.map((text) => {
    const whatIf = readWhatIf(text, release);
    if ('problem' in whatIf)
      throw new UsageError('cli.usage.whatIf', { problem: renderMessage(whatIf.problem, texts) });
    return whatIf;
  });
  const run = scenario === undefined ? workspaceRun : courseOf(scenario, call.paths.length > 0);
  return withWhatIfs({ ...run, ...(call.until !== undefined && { until: call.until }) }, chosen);
}

/** Own files say themselves whom their token stands for. */
function courseOf({ id, run }: Scenario, hasOwnFiles: boolean): ScenarioRun {
  const { bootstrapToken, ...course } = run;
  return { id, ...(hasOwnFiles && bootstrapToken !== 'unknown' ? course : run) };
}
