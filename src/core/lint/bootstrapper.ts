import { askedOnce } from '../askedOnce';
import { bootstrapIdentityOf, isSubject, mayBootstrap } from '../cluster/bootstrapIdentity';
import type { Cluster, InFile, KubeletInView } from '../cluster/cluster';
import { isRole } from '../cluster/rbacInView';
import { BOOTSTRAPPERS, type TokenIdentity } from '../cluster/tokensInView';
import type { RbacObject, RbacSubject } from '../documents/rbacObject';
import { bootstraps } from './bootstrapping';

/** A kubelet in view that bootstraps, and whom kube-apiserver takes it for. */
export interface Bootstrapper {
  readonly kubelet: KubeletInView;
  /** Undefined while the files do not tell whose its token is. */
  readonly identity: TokenIdentity | undefined;
}

/** A user or group that a binding can name. */
export interface SubjectName extends Readonly<Record<string, string>> {
  readonly kind: 'User' | 'Group';
  readonly name: string;
}

/** Returns the kubelet in view that bootstraps, before others one whose token tells who it is. */
export const bootstrapperIn = askedOnce((cluster: Cluster): Bootstrapper | undefined => {
  const all = cluster.kubelets
    .filter(bootstraps)
    .map((kubelet) => ({ kubelet, identity: bootstrapIdentityOf(cluster, kubelet) }));
  return all.find(({ identity }) => identity) ?? all[0];
});

/** Returns whether a subject of a binding may mean it. */
export function mayBe({ identity }: Bootstrapper, subject: RbacSubject): boolean {
  return identity ? isSubject(identity, subject) !== 'no' : mayBootstrap(subject);
}

/** Returns the subject of a binding that is taken for the bootstrapping one; undefined for a role. */
export function bootstrapSubject(bootstrapper: Bootstrapper, object: RbacObject): RbacSubject | undefined {
  if (isRole(object)) return undefined;
  return object.subjects.find((subject) => mayBe(bootstrapper, subject) && subject.kind.value !== 'ServiceAccount');
}

/** Whom to give a right, beside which object, and whether the files tell that it is the right one. */
export interface Bindable {
  readonly subject: SubjectName;
  readonly beside: InFile<RbacObject>;
  readonly isKnown: boolean;
}

/** Returns whom to bind: as another binding names it, else as its token tells, else the group of all bootstrap tokens. */
export function bindable(bootstrapper: Bootstrapper, objects: readonly InFile<RbacObject>[]): Bindable | undefined {
  const named = objects.find(({ value }) => bootstrapSubject(bootstrapper, value) !== undefined);
  const beside = named ?? objects[0];
  if (!beside) return undefined;
  const subject = named && bootstrapSubject(bootstrapper, named.value);
  if (subject) return { subject: nameOf(subject), beside, isKnown: true };
  const { identity } = bootstrapper;
  return { subject: identity ? nameOfIdentity(identity) : everyToken, beside, isKnown: identity !== undefined };
}

/** The group of all bootstrap tokens. */
export const everyToken: SubjectName = { kind: 'Group', name: BOOTSTRAPPERS };

function nameOf({ kind, name }: RbacSubject): SubjectName {
  return { kind: kind.value === 'User' ? 'User' : 'Group', name: name.value };
}

/** Returns how a binding best names an identity: the group of all bootstrap tokens when it is in it, else the user. */
export function nameOfIdentity({ user, groups }: TokenIdentity): SubjectName {
  return groups.includes(BOOTSTRAPPERS) ? everyToken : { kind: 'User', name: user };
}
