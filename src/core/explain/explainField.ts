import type { Cluster } from '../cluster/cluster';
import { lifeOfField } from '../cluster/configurationFields';
import type { Setting } from '../cluster/setting';
import type { Json } from '../kubernetes/data';
import type { FieldLife } from '../kubernetes/fieldLife';
import type { Kubernetes } from '../kubernetes/kubernetes';
import type { Message } from '../messages/message';
import { aboutOf } from './about';
import type { Explanation } from './explanation';
import { inForce } from './inForce';
import { lifeOf, stateOf } from './life';
import { partIf, text } from './message';
import { purposeOf } from './purpose';
import type { Term } from './termAt';

type FieldTerm = Term & { type: 'field' };

/** Returns what is known of a field of KubeletConfiguration or a kubeadm file; undefined for one that no release has. */
export function explainField(term: FieldTerm, cluster: Cluster, kubernetes: Kubernetes): Explanation | undefined {
  const { release } = cluster.target;
  const life = lifeOfField(term.document, term.path, { kubernetes, cluster });
  if (!life || life.state === 'unknown' || life.state === 'free') return undefined;
  const state = life.state === 'known' ? 'accepted' : life.state;
  return {
    range: term.range,
    title: text('explain.field', { name: life.path, kind: kindOf(term) }),
    purpose: undefined,
    state: stateOf(state, release, defaultText(life.default)),
    life: days(term, life, cluster, kubernetes),
    parts: [
      ...partIf('explain.isFlag', 'flag', life.flag),
      ...partIf('explain.needsGate', 'gate', life.gate),
      ...partIf('explain.choices', 'choices', life.enum?.filter((one) => one !== '').join(', ')),
      ...inForce(life.path, settings(term, life, cluster)),
    ],
    rule: undefined,
    step: undefined,
    ...(term.document.type === 'kubelet-configuration' && ofKubelet(life, kubernetes)),
  };
}

/** What a field is for and where that is told: its own, or that of the flag that sets it. */
function ofKubelet({ path, flag, state }: FieldLife, kubernetes: Kubernetes): Partial<Explanation> {
  const subjects = [`field.${path}`, `flag.kubelet.${flag ?? ''}`];
  const isHere = state === 'known' || state === 'deprecated';
  return {
    purpose: purposeOf(kubernetes, ...subjects),
    ...subjects.map(aboutOf).find(({ rule, step }) => rule !== undefined || step !== undefined),
    ...(!isHere && { rule: 'config-field-unknown' }),
  };
}

/** A field without days of its own lives as long as its apiVersion. */
function days(term: FieldTerm, life: FieldLife, { target }: Cluster, kubernetes: Kubernetes): readonly Message[] {
  const whole = kubernetes.apiVersion(term.document.apiVersion, kindOf(term), target.release);
  const { since = whole.since, deprecatedIn, removedIn = whole.removedIn } = life;
  return since === undefined ? [] : lifeOf({ since, deprecatedIn, removedIn }, since);
}

function kindOf({ document }: FieldTerm): string {
  return document.type === 'kubeadm' ? document.kind : 'KubeletConfiguration';
}

/** Only fields that a flag sets as well can mean something else than what stands here. */
function settings({ document }: FieldTerm, { flag }: FieldLife, { kubelets }: Cluster): readonly Setting<string>[] {
  if (flag === undefined) return [];
  return kubelets
    .filter(({ configuration }) => configuration?.value === document)
    .map((kubelet) => kubelet.effective(flag));
}

function defaultText(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = JSON.stringify(value);
  return text.length > 60 ? undefined : text;
}
