import type { Cluster } from '../cluster/cluster';
import type { Kubernetes } from '../kubernetes/kubernetes';
import { releaseOf, type Release } from '../kubernetes/release';
import type { Message } from '../messages/message';
import type { BuiltinRoleLife } from '../kubernetes/builtinRbac';
import { aboutOf } from './about';
import type { Explanation, ExplanationPart } from './explanation';
import { lifeOf, stateOf } from './life';
import { text } from './message';
import { purposeOf } from './purpose';
import type { Term } from './termAt';

/** Returns what is known of a built-in role or signer of this name; undefined for any other word. */
export function explainName(
  { name, range }: Term & { type: 'name' },
  cluster: Cluster,
  kubernetes: Kubernetes,
): Explanation | undefined {
  const found = roleOf(name, cluster, kubernetes) ?? signerOf(name, cluster, kubernetes);
  return found && { range, rule: undefined, step: undefined, ...found, ...aboutOf(found.subject) };
}

type Named = Pick<Explanation, 'title' | 'purpose' | 'state' | 'life' | 'parts'> & { readonly subject: string };

function roleOf(name: string, cluster: Cluster, kubernetes: Kubernetes): Named | undefined {
  const { release } = cluster.target;
  const life = kubernetes.rbac.roleLife(name, release);
  if (life.state === 'unknown') return undefined;
  const subject = `role.${name}`;
  return {
    subject,
    title: text('explain.role', { name }),
    purpose: purposeOf(kubernetes, subject),
    state: roleState(life, release),
    life: lifeOf(life, kubernetes.releases.oldest),
    parts: bindingsOf(name, cluster),
  };
}

function roleState({ state, onlyWithGate }: BuiltinRoleLife, release: Release): Message {
  if (state === 'removed' || state === 'not-yet') return stateOf(state, release, undefined);
  return onlyWithGate === undefined
    ? text('explain.state.present', { release })
    : text('explain.state.presentWithGate', { release, gate: onlyWithGate });
}

/** Who is bound to a role by the files in view. */
function bindingsOf(role: string, { rbac }: Cluster): readonly ExplanationPart[] {
  return rbac.bindings
    .filter(
      ({ value }) => value.roleRef.name.value === role && value.roleRef.kind === 'ClusterRole' && !value.templated,
    )
    .map(({ path, value }) => ({
      message: text('explain.bound', {
        subjects: value.subjects.map(({ kind, name }) => `${kind.value} ${name.value}`).join(', '),
      }),
      place: { path, range: value.roleRef.range },
    }));
}

function signerOf(name: string, { target }: Cluster, kubernetes: Kubernetes): Named | undefined {
  const signer = kubernetes.signer(name, kubernetes.releases.newest);
  if (!signer) return undefined;
  const isHere = kubernetes.signer(name, target.release) !== undefined;
  const subject = `signer.${name}`;
  return {
    subject,
    title: text('explain.signer', { name }),
    purpose: purposeOf(kubernetes, subject),
    state: stateOf(isHere ? 'accepted' : 'not-yet', target.release, undefined),
    life: lifeOf({ since: releaseOf(signer.from) }, kubernetes.releases.oldest),
    parts: [{ message: text(signer.autoApproved ? 'explain.approved' : 'explain.notApproved') }],
  };
}
