import type { Cluster, ComponentInView } from '../cluster/cluster';
import type { Setting } from '../cluster/setting';
import type { ClusterRule, Draft, DraftFix, RuleContext } from './rule';
import { isAccepted, settingOf, settingPlace } from './settingPlace';

export type KnownSetting = Exclude<Setting<string>, { readonly state: 'unknown' }>;

/** What is wrong with a setting that is known. */
export interface SettingProblem extends Pick<Draft, 'message' | 'params' | 'related' | 'severity'> {
  /** The value to give it, always for review; undefined when nobody can tell. The rule's text `set` is the title. */
  readonly repair?: string | undefined;
}

export interface SettingRule<C extends ComponentInView> extends Pick<
  ClusterRule,
  'id' | 'severity' | 'step' | 'messages'
> {
  readonly components: (cluster: Cluster) => readonly C[];
  /** The flag of the setting; of a kubelet it stands for the configuration field as well. */
  readonly flag: string | ((component: C, context: RuleContext) => string);
  /** Returns what is wrong with the setting of one component; undefined when nothing is. */
  readonly problem: (setting: KnownSetting, component: C, context: RuleContext) => SettingProblem | undefined;
}

/**
 * Returns a rule about who may talk to a component: it judges one setting where it is known. What somebody wrote has the
 * rule's severity; what the release does by itself is information, and said only when everything that could set it is in
 * view.
 */
export function settingRule<C extends ComponentInView>(parts: SettingRule<C>): ClusterRule {
  const { id, severity, step, messages } = parts;
  return {
    id,
    group: 'E',
    severity,
    scope: 'cluster',
    lifeCycle: false,
    step,
    messages,
    check: (cluster, context) =>
      parts.components(cluster).flatMap((component) => checkComponent(parts, component, context)),
  };
}

function checkComponent<C extends ComponentInView>(
  { flag: flagOrChoice, problem: problemOf }: SettingRule<C>,
  component: C,
  context: RuleContext,
): readonly Draft[] {
  const flag = typeof flagOrChoice === 'string' ? flagOrChoice : flagOrChoice(component, context);
  const setting = settingOf(component, flag);
  if (setting.state === 'unknown' || !isAccepted(component.component, flag, context)) return [];
  if (setting.state === 'absent' && !hasProgram(component)) return [];
  const problem = problemOf(setting, component, context);
  const place = settingPlace(component, flag, context);
  const origin = setting.state === 'set' ? setting.origin : place;
  if (!problem || !origin) return [];
  const { repair, ...said } = problem;
  return [
    {
      ...(setting.state === 'absent' && { severity: 'info' as const }),
      ...said,
      path: origin.path,
      range: origin.range,
      fixes: repair === undefined || !place ? [] : repairs(place.write(repair), place.set(repair)),
    },
  ];
}

/** The variables of a file without the unit that takes them in: too little to say what a node does by itself. */
function hasProgram({ commandLines }: ComponentInView): boolean {
  return commandLines.some(({ value }) => value.variable === undefined);
}

/** Never made in bulk: whoever came in that way until now is shut out. */
function repairs(setting: string, edits: DraftFix['edits'] | undefined): readonly DraftFix[] {
  return edits ? [{ title: 'set', params: { setting }, safe: false, edits }] : [];
}
