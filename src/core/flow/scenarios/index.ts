import { era17 } from './era-1.7';
import { era18 } from './era-1.8';
import { missingNodeBootstrapper } from './missing-node-bootstrapper';
import { oneYearBomb } from './one-year-bomb';
import type { Scenario } from '../scenario';
import { today } from './today';

/** The built-in scenarios in the order in which they are offered. */
export const scenarios: readonly Scenario[] = [today, era18, era17, oneYearBomb, missingNodeBootstrapper];

/** Returns the built-in scenario of that id; undefined when there is none. */
export function scenarioById(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}
