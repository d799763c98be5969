import type { Cluster, ComponentInView } from '../cluster/cluster';
import type { Setting, UnknownReason } from '../cluster/setting';
import type { ExplanationPart } from './explanation';
import { text } from './message';
import { isShowable } from './showable';

/** Returns all components in view. */
export function componentsOf(cluster: Cluster): readonly ComponentInView[] {
  return [...cluster.kubelets, ...cluster.controllerManagers, ...cluster.apiServers];
}

/**
 * Returns the value in force and where it comes from, for the components that take a setting in; nothing when there is
 * none, or when it means one thing to one and another to the next.
 */
export function inForce(name: string, settings: readonly Setting<string | boolean>[]): readonly ExplanationPart[] {
  const [first] = settings;
  const isOne = new Set(settings.map((setting) => JSON.stringify(setting))).size === 1;
  return first && isOne ? [partOf(name, first)] : [];
}

function partOf(name: string, setting: Setting<string | boolean>): ExplanationPart {
  if (setting.state === 'unknown') return { message: unknownText(setting.reasons[0]) };
  if (setting.value === undefined) return { message: text('explain.force.absent') };
  const value = String(setting.value);
  if (setting.state === 'absent') return { message: text('explain.force.default', { value: value || '""' }) };
  const message = isShowable(name, value)
    ? text('explain.force.set', { value: value || '""' })
    : text('explain.force.hidden');
  return { message, place: setting.origin };
}

function unknownText(reason: UnknownReason | undefined): ExplanationPart['message'] {
  if (!reason) return text('explain.force.contradiction');
  const { type, ...rest } = reason;
  const params = Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return text(`explain.force.${type}`, Object.fromEntries(params));
}
