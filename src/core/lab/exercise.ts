import type { FlowStepId } from '../flow/flowStep';
import type { ScenarioRun } from '../flow/scenarioRun';
import type { Release } from '../kubernetes/release';
import type { Message } from '../messages/message';
import type { Condition } from './condition';
import type { LabFile } from './labFile';

/** A broken cluster and what must become true of it. How it becomes true is the reader's choice. */
export interface Exercise {
  /** Public and stable; the name of the exercise's file and of its folder. */
  readonly id: string;
  readonly title: Message;
  /** How the cluster came to be like this. */
  readonly story: Message;
  readonly goal: Message;
  /** From a nudge to the repair itself. */
  readonly hints: readonly [Message, Message, Message];
  readonly learnt: Message;
  /** What is often read about this, and since which release it holds no more. */
  readonly oftenRead: Message | undefined;
  readonly release: Release;
  readonly files: readonly LabFile[];
  /** The file to begin with. */
  readonly opens: string;
  /** How the cluster is played; what is not in its files does not exist. */
  readonly run: Omit<ScenarioRun, 'id' | 'view'>;
  /** True when the node has joined before the play begins: its kubeconfig stands in the files. */
  readonly hasJoined: boolean;
  readonly conditions: readonly Condition[];
  /** Rules whose pages explain what was broken, the first one first. */
  readonly explainedBy: readonly string[];
  /** A built-in scenario that shows the same, and where in it. */
  readonly shownBy: { readonly scenario: string; readonly step: FlowStepId } | undefined;
}

type ExerciseParts = Omit<
  Exercise,
  'title' | 'story' | 'goal' | 'hints' | 'learnt' | 'oftenRead' | 'run' | 'hasJoined'
> & {
  readonly hasJoined?: boolean;
  readonly run?: Exercise['run'];
  readonly isOftenReadOtherwise?: boolean;
};

/** Returns an exercise with its texts named after its id. */
export function exercise({ isOftenReadOtherwise = false, hasJoined = false, run, ...parts }: ExerciseParts): Exercise {
  const text = (what: string): Message => ({ id: `lab.${parts.id}.${what}`, params: {} });
  return {
    ...parts,
    hasJoined,
    run: { restartAfter: 10, ...run },
    title: text('title'),
    story: text('story'),
    goal: text('goal'),
    hints: [text('hint1'), text('hint2'), text('hint3')],
    learnt: text('learnt'),
    oftenRead: isOftenReadOtherwise ? text('oftenRead') : undefined,
  };
}
