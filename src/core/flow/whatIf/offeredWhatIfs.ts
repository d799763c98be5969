import type { Cluster, ComponentInView } from '../../cluster/cluster';
import { valueIn } from '../../cluster/setting';
import type { ComponentName } from '../../documents/component';
import { minorOf, releaseOf, type Release } from '../../kubernetes/release';
import type { Message, Phrase } from '../../messages/message';
import { kubernetes } from '../kubernetesFacts';
import { span } from '../play/span';
import { parseDuration } from './duration';
import type { WhatIf, WhatIfKind } from './whatIf';
import { whatIfsOf } from './whatIfs';

/** A what-if as a cluster is offered it: one toggle. */
export interface OfferedWhatIf {
  /** `id=value`, as `readWhatIf` takes it. */
  readonly id: string;
  /** What would be otherwise, under its real name. */
  readonly text: Message;
  /** First and last known release in which it counts. */
  readonly since: Release;
  readonly until: Release;
}

/**
 * Returns one toggle for each what-if of the cluster's release: the first of its values that is not in force. A setting of
 * which the files do not say what it is, and a binding where no bindings are in view, is not offered.
 */
export function offeredWhatIfs(cluster: Cluster): readonly OfferedWhatIf[] {
  return whatIfsOf(cluster.target.release).flatMap((kind) => {
    const value = otherValue(kind, cluster);
    return value === undefined ? [] : [offered(kind, value)];
  });
}

/** Returns the toggle of a what-if that is chosen already, whatever its value. */
export function toggleOf({ id, value }: WhatIf, release: Release): OfferedWhatIf | undefined {
  const kind = whatIfsOf(release).find((one) => one.id === id);
  return kind && offered(kind, value);
}

function offered(kind: WhatIfKind, value: string): OfferedWhatIf {
  const { oldest, newest } = kubernetes.releases;
  const since = minorOf(kind.since) < minorOf(oldest) ? oldest : kind.since;
  return {
    id: `${kind.id}=${value}`,
    text: textOf(kind, value),
    since,
    until: kind.until ?? releaseOf(minorOf(newest)),
  };
}

function otherValue(kind: WhatIfKind, cluster: Cluster): string | undefined {
  const { effect, offered: values } = kind;
  if (effect.type === 'binding') {
    if (cluster.rbac.bindings.length === 0) return undefined;
    return isBound(cluster, effect.role) ? 'absent' : 'present';
  }
  if (effect.type !== 'setting') return values[0];
  const component = componentOf(cluster, effect.component);
  const now = component && valueNow(component, effect.name);
  return component && values.find((value) => value !== now);
}

function valueNow(component: ComponentInView, name: string): string | undefined {
  if (name.startsWith('--')) return valueIn(component.flag(name.slice(2)))?.replace(/^\[|\]$/g, '');
  const isField = name === 'rotateCertificates' || name === 'serverTLSBootstrap';
  if (!isField) return String(valueIn(component.gate(name)) ?? false);
  return isKubelet(component) ? String(valueIn(component[name]) ?? false) : undefined;
}

function isKubelet(component: ComponentInView): component is Cluster['kubelets'][number] {
  return component.component === 'kubelet';
}

function componentOf(cluster: Cluster, name: ComponentName): ComponentInView | undefined {
  if (name === 'kubelet') return cluster.kubelets[0];
  return name === 'kube-apiserver' ? cluster.apiServer : cluster.controllerManager;
}

function isBound({ rbac }: Cluster, role: string): boolean {
  return rbac.bindings.some(
    ({ value }) =>
      value.kind === 'ClusterRoleBinding' && value.roleRef.name.value === role && value.subjects.length > 0,
  );
}

function textOf({ id, effect, form }: WhatIfKind, value: string): Message {
  if (effect.type === 'setting') {
    const setting = effect.name;
    if (value === '') return { id: 'flow.whatIf.empty', params: { setting } };
    return { id: 'flow.whatIf.set', params: { setting, value } };
  }
  if (effect.type !== 'binding') return faultText(id, form, value);
  const { role, group } = effect;
  return value === 'present'
    ? { id: 'flow.whatIf.bound', params: { role, group } }
    : { id: 'flow.whatIf.unbound', params: { role } };
}

/** A duration in words; what is none, such as `never`, as it is. */
function inWords(duration: string): string | Phrase {
  const seconds = parseDuration(duration);
  return typeof seconds === 'number' ? span(seconds) : duration;
}

function faultText(id: string, form: WhatIfKind['form'], value: string): Message {
  const text = `flow.whatIf.${id}`;
  if (form === 'span') {
    const [from = '', to = ''] = value.split('..');
    return { id: text, params: { from: inWords(from), to: inWords(to) } };
  }
  if (form === 'release-at' || form === 'file-at') {
    const [what = '', at = ''] = value.split('@');
    return { id: text, params: { what, at: inWords(at) } };
  }
  if (id.endsWith('-clock') && value.startsWith('-'))
    return { id: `${text}-behind`, params: { value: inWords(value.slice(1)) } };
  return { id: text, params: { value: inWords(value) } };
}
