import { buildCluster } from '../cluster/buildCluster';
import type { Cluster } from '../cluster/cluster';
import { readFile } from '../documents/readFile';
import { playOf } from '../flow/playOf';
import type { ScenarioRun } from '../flow/scenarioRun';
import { simulate } from '../flow/simulate';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Message } from '../messages/message';
import { SourceText } from '../text/sourceText';
import { metMessage } from './met';
import { brokenYaml, missingComponents, unmetIn, type Unmet } from './unmet';
import type { Exercise } from './exercise';
import { joinedKubeconfig } from './joinedNode';
import type { LabFile } from './labFile';
import { hasServingApprover } from './servingApprover';
import { stepToSee, type StepToSee } from './trouble';

/** Seconds that an approver of the operator's own takes for a serving request. */
const APPROVER_SECONDS = 15;

/** What became of a reader's cluster. */
export interface Judgement {
  readonly solved: boolean;
  /** What is not true yet, in the order of the exercise's conditions. */
  readonly unmet: readonly Unmet[];
  /** What is true already, in the same order. */
  readonly met: readonly Message[];
  /** How the play of the files ends, in one sentence. */
  readonly outcome: Message;
  /** The step of the play that shows what is missing; undefined when none does. */
  readonly see: StepToSee | undefined;
}

/** Returns whether a reader's files solve an exercise: they are played and asked about, and nobody compares texts. */
export function judge(exercise: Exercise, files: readonly LabFile[], kubernetes: Kubernetes): Judgement {
  const parsed = files.map(({ path, text }) => readFile(new SourceText(path, text)));
  const cluster = buildCluster(parsed, { target: exercise.release, kubernetes });
  const timeline = simulate(cluster, runOf(exercise, cluster, kubernetes));
  const evidence = { cluster, timeline, kubernetes };
  const asked = exercise.conditions.map((condition) => ({
    condition,
    unmet: unmetIn(condition, evidence),
  }));
  const unmet = [...missingComponents(cluster), ...brokenYaml(evidence), ...asked.flatMap((one) => one.unmet)];
  const met = asked.filter((one) => one.unmet.length === 0).map(({ condition }) => metMessage(condition));
  const { outcome, steps } = playOf(timeline, exercise.title);
  const missed = asked.flatMap((one) => (one.unmet.length === 0 ? [] : [one.condition]));
  return { solved: unmet.length === 0, unmet, met, outcome: outcome.sentence, see: stepToSee(steps, missed) };
}

/**
 * Returns how an exercise's files are played: what they do not hold does not exist, and an approver of serving requests is
 * there when they let one do its work.
 */
export function runOf({ id, run, hasJoined }: Exercise, cluster: Cluster, kubernetes: Kubernetes): ScenarioRun {
  const approver = hasServingApprover(cluster, kubernetes) ? { servingApproverAfter: APPROVER_SECONDS } : {};
  const existingKubeconfig = hasJoined ? joinedKubeconfig(cluster) : undefined;
  return { id, view: 'complete', ...approver, ...(existingKubeconfig && { existingKubeconfig }), ...run };
}
