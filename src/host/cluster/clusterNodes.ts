import type { SourceOrigin } from '../../core/cluster/setting';
import { covered } from '../../core/messages/covered';
import type { Message } from '../../core/messages/message';
import {
  approvalMessage,
  bindingMessage,
  contradictionMessage,
  credentialMessage,
  overviewMessage,
  reasonMessages,
  requestMessage,
  tokenMessage,
  valueMessage,
} from '../../core/overview/messages';
import type { ComponentOverview, Overview, SettingOverview } from '../../core/overview/overview';
import { topics } from '../../core/overview/shownSettings';

/** One line of the Cluster view; it holds no words of its own beside names. */
export interface ClusterNode {
  /** The same for the same thing each time, so that the editor keeps it open. */
  readonly id: string;
  readonly label: string | Message;
  readonly description: string | Message | undefined;
  readonly details: readonly Message[];
  /** Name of a codicon. */
  readonly icon: string;
  readonly place: SourceOrigin | undefined;
  readonly children: readonly ClusterNode[];
}

type Parts = Pick<ClusterNode, 'id' | 'label' | 'icon'> & Partial<ClusterNode>;

function node(parts: Parts): ClusterNode {
  const { label, description } = parts;
  return {
    details: [],
    place: undefined,
    children: [],
    ...parts,
    label: typeof label === 'string' ? covered(label) : label,
    description: typeof description === 'string' ? covered(description) : description,
  };
}

/** Returns what the Cluster view shows: contradictions, components with their settings by topic, and what is beside them. */
export function clusterNodes(overview: Overview): readonly ClusterNode[] {
  const { contradictions, components, bindings, tokens, kubeconfigs, requests, approvals } = overview;
  return [
    ...contradictions.map((one, index) => {
      const message = contradictionMessage(one);
      const id = `contradiction ${String(index)}`;
      return node({ id, label: one.component, description: message, details: [message], icon: 'warning' });
    }),
    ...components.map(componentNode),
    ...group('bindings', 'link', bindings, ({ name, ...one }) => [name, bindingMessage({ name, ...one })]),
    ...group('tokens', 'key', tokens, (one) => [one.user, tokenMessage(one)]),
    ...group('requests', 'verified', requests, (one) => [one.name, requestMessage(one)]),
    ...group('approvals', 'check', approvals, (one) => ['kubectl certificate approve', approvalMessage(one)]),
    ...group('kubeconfigs', 'file', kubeconfigs, (one) => [one.server ?? one.place.path, credentialMessage(one)]),
  ];
}

function componentNode({ component, place, settings }: ComponentOverview, index: number): ClusterNode {
  const id = `${component} ${place.path} ${String(index)}`;
  const children = topics.flatMap((topic) => {
    const own = settings.filter((setting) => setting.topic === topic);
    const label = overviewMessage(`overview.topic.${topic}`);
    const lines = own.map((setting) => settingNode(`${id} ${topic}`, setting));
    return own.length === 0 ? [] : [node({ id: `${id} ${topic}`, label, icon: 'symbol-folder', children: lines })];
  });
  return node({ id, label: component, description: place.path, icon: 'server-process', place, children });
}

const icons = { set: 'symbol-property', absent: 'circle-outline', unknown: 'question' } as const;

function settingNode(above: string, setting: SettingOverview): ClusterNode {
  return node({
    id: `${above} ${setting.name}`,
    label: setting.name,
    description: valueMessage(setting),
    details: reasonMessages(setting),
    icon: icons[setting.state],
    place: setting.place,
  });
}

function group<T extends { readonly place: SourceOrigin }>(
  id: 'bindings' | 'tokens' | 'requests' | 'approvals' | 'kubeconfigs',
  icon: string,
  items: readonly T[],
  wordsOf: (item: T) => readonly [string, Message],
): readonly ClusterNode[] {
  if (items.length === 0) return [];
  const children = items.map((item, index) => {
    const [label, description] = wordsOf(item);
    return node({ id: `${id} ${String(index)}`, label, description, icon, place: item.place });
  });
  return [node({ id, label: overviewMessage(`overview.${id}`), icon, children })];
}
