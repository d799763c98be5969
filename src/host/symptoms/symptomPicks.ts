import * as vscode from 'vscode';
import type { Finding, Fix } from '../../core/lint/finding';
import type { Cause } from '../../core/flow/symptoms/cause';
import { causes, type CauseId } from '../../core/flow/symptoms/causes';
import { symptomIds, symptoms, type SymptomId } from '../../core/flow/symptoms/symptoms';
import type { TracedCause, TracedSymptom } from '../../core/flow/symptoms/traceSymptom';
import type { Play } from '../../core/flow/play';
import type { ClusterView } from '../clusterView';
import { playerLink, scenarioLink, type CommandLink } from '../links';
import { placeText } from '../placeLink';
import { hostText, textOf } from '../texts';

/** A symptom to choose. */
export interface SymptomPick extends vscode.QuickPickItem {
  readonly symptom: SymptomId;
}

/** A place to go to: a finding in a file, maybe with what repairs it, or a command that opens the player. Undefined for a heading. */
export interface CausePick extends vscode.QuickPickItem {
  readonly finding?: Finding;
  readonly fix?: Fix;
  readonly link?: CommandLink;
}

/** What of a folder the causes are looked for in. */
export interface SeenFolder {
  readonly view: ClusterView;
  readonly play: Play | undefined;
}

/** Returns the symptoms to choose from: the recorded words, and what they are about. */
export function symptomPicks(): readonly SymptomPick[] {
  return symptomIds.map((symptom) => ({
    symptom,
    label: symptoms[symptom].words,
    detail: say(`flow.symptom.${symptom}`),
  }));
}

/** Returns the causes as places to go to: those in the folder's files first, then those to see in a built-in scenario. */
export function causePicks(
  traced: TracedSymptom<Finding>,
  folder: SeenFolder | undefined,
  name: string,
): readonly CausePick[] {
  const present = folder ? traced.present.flatMap((cause) => presentPicks(cause, folder)) : [];
  const possible = traced.possible.flatMap(possiblePick);
  return [
    ...(present.length > 0 ? [heading(hostText('host.symptom.present', { folder: name })), ...present] : []),
    ...(possible.length > 0 ? [heading(hostText('host.symptom.possible')), ...possible] : []),
  ];
}

function presentPicks({ cause, findings, step }: TracedCause<Finding>, { view, play }: SeenFolder): CausePick[] {
  const texts = { label: say(`flow.cause.${cause}`), detail: say(`flow.cause.${cause}.fix`) };
  const places = findings.flatMap((finding): CausePick[] => [
    { ...texts, label: `$(go-to-file) ${texts.label}`, description: placeText(view, finding), finding },
    ...fixPick(finding),
  ]);
  const id = step === undefined ? undefined : play?.steps[step]?.step;
  if (id === undefined) return places;
  const see = {
    ...texts,
    label: `$(play) ${texts.label}`,
    description: hostText('host.seeItHappenHere'),
    link: playerLink(view.folder, id),
  };
  return [...places, see];
}

/** The repair that Auto Fix takes, else the first there is. */
function fixPick(finding: Finding): CausePick[] {
  const fix = finding.fixes.find(({ safe }) => safe) ?? finding.fixes[0];
  if (!fix) return [];
  const description = hostText(fix.safe ? 'host.symptom.fix' : 'host.review');
  return [{ label: `$(wrench) ${textOf(fix.title)}`, description, finding, fix }];
}

function possiblePick(cause: CauseId): CausePick[] {
  const { shown }: Cause = causes[cause];
  if (!shown) return [];
  return [
    {
      label: `$(play) ${say(`flow.cause.${cause}`)}`,
      description: say(`flow.scenario.${shown.scenario}.title`),
      detail: say(`flow.cause.${cause}.fix`),
      link: scenarioLink(shown.scenario, shown.step),
    },
  ];
}

function heading(label: string): CausePick {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function say(id: string): string {
  return textOf({ id, params: {} });
}
