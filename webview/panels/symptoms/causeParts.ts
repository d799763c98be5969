import type { SourceOrigin } from '../../../src/core/cluster/setting';
import type { FlowStepId } from '../../../src/core/flow/flowStep';
import type { Play } from '../../../src/core/flow/play';
import type { Cause } from '../../../src/core/flow/symptoms/cause';
import { causes } from '../../../src/core/flow/symptoms/causes';
import type { TracedCause, TracedSymptom } from '../../../src/core/flow/symptoms/traceSymptom';
import type { PlayFinding } from '../../../src/core/protocol/messages';
import { element } from '../../element';
import type { Texts } from '../../texts';

/** What a symptom was traced in, and what the reader can ask for about it. */
export interface Seen {
  readonly play: Play;
  readonly findings: readonly PlayFinding[];
  readonly texts: Texts;
  readonly causes: TracedSymptom<PlayFinding>;
  readonly go: (step: number) => void;
  readonly revealStep: (step: number, evidence: number) => void;
  readonly revealFinding: (finding: number) => void;
  readonly seeScenario: (scenario: string, step: FlowStepId) => void;
}

/** Returns a cause in words, what helps, and the ways to where it can be seen. */
export function causeParts({ cause, findings, step }: TracedCause<PlayFinding>, seen: Seen): HTMLElement[] {
  const { texts } = seen;
  const say = (id: string): string => texts.of({ id, params: {} });
  const ways = [
    ...(step === undefined ? [] : stepWays(step, seen)),
    ...findings.map((finding) =>
      place(finding.origin, finding.rule, texts, () => {
        seen.revealFinding(seen.findings.indexOf(finding));
      }),
    ),
  ];
  return [
    element(
      'div',
      { class: 'cause' },
      element('p', { class: 'why' }, say(`flow.cause.${cause}`)),
      element('p', { class: 'helps' }, texts.own('player.symptoms.helps', { fix: say(`flow.cause.${cause}.fix`) })),
      element('p', { class: 'ways' }, ...(ways.length === 0 ? scenarioWay(causes[cause], seen) : ways)),
    ),
  ];
}

/** The step that shows it, and the lines that made the step happen. */
function stepWays(index: number, { play, texts, go, revealStep }: Seen): HTMLElement[] {
  const step = play.steps[index];
  if (!step) return [];
  const params = { step: String(index + 1), label: texts.of(step.label) };
  const lines = step.evidence.flatMap(({ origin, setting }, evidence) => {
    if (!origin) return [];
    return [
      place(origin, setting, texts, () => {
        revealStep(index, evidence);
      }),
    ];
  });
  return [
    link(texts.own('player.symptoms.step', params), () => {
      go(index);
    }),
    ...lines,
  ];
}

function scenarioWay({ shown }: Cause, { texts, seeScenario }: Seen): HTMLElement[] {
  if (!shown) return [];
  const title = texts.of({ id: `flow.scenario.${shown.scenario}.title`, params: {} });
  return [
    link(texts.own('player.symptoms.scenario', { title }), () => {
      seeScenario(shown.scenario, shown.step);
    }),
  ];
}

function place({ path }: SourceOrigin, what: string, texts: Texts, press: () => void): HTMLElement {
  const made = link('', press);
  const where = element('span', { class: 'unseen' }, texts.own('player.evidence.place', { path }));
  const file = element('span', { class: 'path' }, path.slice(path.lastIndexOf('/') + 1));
  made.append(element('code', {}, what), ' ', file, ' ', where);
  return made;
}

function link(words: string, press: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: 'link' }, words);
  made.addEventListener('click', press);
  return made;
}
