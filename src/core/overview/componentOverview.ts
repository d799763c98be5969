import type { Cluster, ComponentInView } from '../cluster/cluster';
import type { Setting } from '../cluster/setting';
import { isShowable } from '../explain/showable';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { SilentRules } from '../lint/askedByRules';
import { isKubelet, settingOf } from '../lint/settingPlace';
import type { Places } from './places';
import type { ComponentOverview, SettingOverview } from './overview';
import { shownSettings, topics, type ShownSetting, type Topic } from './shownSettings';

/** What components are described with. */
export interface OverviewFacts {
  readonly cluster: Cluster;
  readonly kubernetes: Kubernetes;
  readonly silent: SilentRules;
  readonly places: Places;
}

/** Returns a component with the settings that its release has or that are written, by topic. */
export function componentOverview(component: ComponentInView, facts: OverviewFacts): ComponentOverview {
  const line = component.commandLines.find(({ value }) => value.variable === undefined) ?? component.commandLines[0];
  const place = line ? { path: line.path, range: line.value.headRange } : { path: component.path, range: TOP };
  const configuration = isKubelet(component) ? component.configuration?.path : undefined;
  return {
    component: component.component,
    place: facts.places.outermost(place),
    configuration: configuration && facts.places.outermost({ path: configuration, range: TOP }).path,
    settings: topics.flatMap((topic) =>
      shownSettings[component.component][topic].flatMap((shown) => settingOverview(component, topic, shown, facts)),
    ),
  };
}

const TOP = { start: 0, end: 0 };

function settingOverview(
  component: ComponentInView,
  topic: Topic,
  shown: ShownSetting,
  facts: OverviewFacts,
): readonly SettingOverview[] {
  const names = [shown.name, ...(shown.aliases ?? [])];
  const written = names.find((name) => effective(component, name).state === 'set');
  const name = written ?? names.find((candidate) => isInRelease(component, candidate, facts));
  if (name === undefined) return [];
  const setting = effective(component, name);
  const silent = facts.silent.of(component, name);
  if (shown.whenWritten && setting.state !== 'set' && silent.length === 0) return [];
  const value = setting.state === 'unknown' ? undefined : setting.value;
  const isHidden = setting.state === 'set' && !isShowable(name, String(setting.value));
  return [
    {
      name: nameAsWritten(name, setting),
      topic,
      state: setting.state,
      value: value === undefined || isHidden ? undefined : String(value),
      isHidden,
      place: setting.state === 'set' ? facts.places.outermost(setting.origin) : undefined,
      reasons: setting.state === 'unknown' ? setting.reasons : [],
      silent,
    },
  ];
}

function effective(component: ComponentInView, name: string): Setting<string | boolean> {
  if (isGate(name)) return component.gate(name);
  return isKubelet(component) && name === 'bootstrap-kubeconfig'
    ? component.bootstrapKubeconfig
    : settingOf(component, name);
}

/** Gates are written `LikeThis`, flags `like-this`. */
function isGate(name: string): boolean {
  return /^[A-Z]/.test(name);
}

function isInRelease({ component }: ComponentInView, name: string, { kubernetes, cluster }: OverviewFacts): boolean {
  const { release } = cluster.target;
  if (isGate(name)) return !['removed', 'not-yet', 'unknown'].includes(kubernetes.gate(name, release).state);
  const { state } = kubernetes.flag(component, name, release);
  return state === 'accepted' || state === 'deprecated';
}

function nameAsWritten(name: string, setting: Setting<string | boolean>): string {
  if (isGate(name)) return name;
  return setting.state === 'set' ? setting.written : `--${name}`;
}
