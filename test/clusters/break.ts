import type { Draws } from '../rules/draws';
import type { ClusterPlan } from './clusterPlan';

/** One known way to break a cluster. */
export interface Break {
  readonly name: string;
  /** The rule that must find it. */
  readonly rule: string;
  /** Rules that may speak as well, each with its reason in a comment. */
  readonly companions?: readonly string[];
  /** Found at each of several places that must be changed one by one. */
  readonly several?: boolean;
  /** Why the node becomes Ready although an error of groups A and B is found. */
  readonly readyAllTheSame?: string;
  /** Returns the broken cluster; undefined when this one cannot be broken so. */
  readonly make: (plan: ClusterPlan, draws: Draws) => ClusterPlan | undefined;
}

/** Returns the plan when a condition holds. */
export function when(condition: boolean, plan: () => ClusterPlan): ClusterPlan | undefined {
  return condition ? plan() : undefined;
}
