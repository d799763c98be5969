import type { UnknownReason } from '../cluster/setting';
import { reasonOf } from '../cluster/unknownReason';
import { coveredParams } from '../messages/covered';
import type { Message, Params } from '../messages/message';
import { shownName } from '../documents/pkcs10/shownName';
import type {
  ApprovalOverview,
  BindingOverview,
  Contradiction,
  KubeconfigOverview,
  RequestOverview,
  SettingOverview,
  TokenOverview,
} from './overview';
import type { OverviewTextId } from './texts';

/** Nobody reads longer lists. */
const MOST = 20;

/** Returns one of this room's texts as a message. */
export function overviewMessage(id: OverviewTextId, params: Params = {}): Message {
  return { id, params: coveredParams(params) };
}

/** Returns the value in force in words: as set, the default, or that it is unknown. */
export function valueMessage({ state, value, isHidden }: SettingOverview): Message {
  if (state === 'unknown') return overviewMessage('overview.value.unknown');
  if (isHidden) return overviewMessage('overview.value.hidden');
  if (!value && state === 'absent') return overviewMessage('overview.value.absent');
  const shown = { value: value === undefined || value === '' ? '""' : value };
  return overviewMessage(state === 'set' ? 'overview.value.set' : 'overview.value.default', shown);
}

/** Returns why a setting is unknown, each reason once, and which rules are silent for it; nothing for one that is known. */
export function reasonMessages({ reasons, silent }: SettingOverview): readonly Message[] {
  const once = new Map(reasons.map((reason) => [JSON.stringify(reason), reasonMessage(reason)]));
  const rules = silent.length > 0 ? [overviewMessage('overview.silent', { rules: silent.join(', ') })] : [];
  return [...once.values(), ...rules];
}

function reasonMessage(reason: UnknownReason): Message {
  const { type, params } = reasonOf([reason]);
  return overviewMessage(`overview.reason.${type}`, params);
}

/** Returns what nothing is joined from, and why. */
export function contradictionMessage({ component, setting, paths }: Contradiction): Message {
  return overviewMessage('overview.contradiction', { component, setting, ...pathsOf(paths) });
}

export function bindingMessage({ role, subjects }: BindingOverview): Message {
  return overviewMessage('overview.binding', { role, subjects: subjects.join(', ') });
}

export function tokenMessage({ groups }: TokenOverview): Message {
  return overviewMessage('overview.token', { groups: groups.join(', ') });
}

export function credentialMessage({ credential }: KubeconfigOverview): Message {
  return overviewMessage(`overview.credential.${credential}`);
}

/** Returns what a request asks for and who approves it. */
export function requestMessage({ subject, verdict }: RequestOverview): Message {
  const kind = verdict.type === 'decided' ? verdict.condition : verdict.type;
  const as = 'as' in verdict ? [verdict.as].flat().join(', ') : '';
  return overviewMessage(`overview.request.${kind}`, { subject: subject === '' ? '?' : subject, as });
}

/** Returns which requests a script approves, and how often it does. */
export function approvalMessage({ requests, runs }: ApprovalOverview): Message {
  if (requests.type !== 'named') return overviewMessage(`overview.approval.${requests.type}.${runs}`);
  return overviewMessage('overview.approval.named', { names: requests.names.slice(0, MOST).map(shownName).join(', ') });
}

function pathsOf(paths: readonly string[]): { readonly paths: string } {
  return { paths: paths.join(', ') };
}
