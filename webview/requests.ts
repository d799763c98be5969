import type { FlowStepId } from '../src/core/flow/flowStep';
import type { PageCommand, PemPart } from '../src/core/protocol/messages';
import type { PlaybackAction } from './player/playback';

/** What the parts of the page ask for when the reader uses them. */
export interface Requests {
  readonly act: (action: PlaybackAction) => void;
  readonly choose: (scenario: string) => void;
  readonly seeScenario: (scenario: string, step: FlowStepId) => void;
  readonly reveal: (evidence: number) => void;
  readonly revealStep: (step: number, evidence: number) => void;
  readonly revealFinding: (finding: number) => void;
  readonly showOnlyChanges: (onlyChanges: boolean) => void;
  /** `key` names an entry of the inspector. */
  readonly openHeld: (key: string, open: boolean) => void;
  /** Indexes among the play's things, the fields of that thing, and their values. */
  readonly revealHeld: (thing: number, field: number, value: number) => void;
  readonly copyPem: (thing: number, part: PemPart) => void;
  /** `alternative` is one of the question before the next step. */
  readonly answer: (alternative: string) => void;
  readonly askQuestions: (asks: boolean) => void;
  /** With neither release nor settings: back to the fork. */
  readonly chooseWorld: (release: string | undefined, whatIfs: readonly string[]) => void;
  readonly command: (command: PageCommand['command']) => void;
  readonly openKeys: () => void;
  readonly panelToggled: () => void;
}
