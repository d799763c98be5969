import type { FlowStepId } from '../../core/flow/flowStep';
import type { Progress } from '../progress';
import type { PlayerPlace } from './playerPanel';
import { WORKSPACE } from './plays';

/** Notes what a reader has seen by getting to a step: passing a step counts, opening the player does not. */
export function noteDeeds({ play, step, finished }: PlayerPlace, progress: Progress): void {
  const seen = new Set<FlowStepId>(play.steps.slice(0, step + 1).map((shown) => shown.step));
  if (seen.has('store-certificate') && seen.has('serving-certificate')) progress.note('sawBothCertificates');
  if (seen.has('expire') || seen.has('node-not-ready')) progress.note('sawExpiry');
  if (!finished) return;
  if (play.scenario === WORKSPACE) progress.note('playedFiles');
  else if (seen.has('node-ready')) progress.note('playedBootstrap');
}
