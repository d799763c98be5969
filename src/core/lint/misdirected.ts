import { bootstrapIdentityOf, isSubject, mayBootstrap } from '../cluster/bootstrapIdentity';
import type { Cluster, InFile } from '../cluster/cluster';
import { approvals, createCsr, type Permission, type RbacAccess } from '../cluster/rbacAccess';
import { BOOTSTRAPPERS, tokensInView, type TokenIdentity } from '../cluster/tokensInView';
import type { RbacSubject, RoleBindingObject } from '../documents/rbacObject';
import { bootstrapperIn, everyToken, mayBe, nameOfIdentity, type Bootstrapper, type SubjectName } from './bootstrapper';
import { isAdministrative } from './certificateRbac';

/** How a subject misses everybody who bootstraps. */
export type Miss = 'role' | 'groupAsUser' | 'userAsGroup' | 'typo' | 'nobody';

/** A binding of a bootstrapping right to somebody no token can be. */
export interface Misdirected {
  readonly binding: InFile<RoleBindingObject>;
  readonly subject: RbacSubject;
  readonly permission: Permission;
  readonly miss: Miss;
  /** Who was probably meant. */
  readonly meant: SubjectName;
  /** Whom this cluster's kubelet bootstraps as, when that is known. */
  readonly identity: TokenIdentity | undefined;
}

/** Returns the bindings that let nobody create or get approved a node's first request although they are meant to. */
export function misdirectedBindings(cluster: Cluster, access: RbacAccess): readonly Misdirected[] {
  const identities = identitiesIn(cluster);
  const bootstrapper = bootstrapperIn(cluster);
  const identity = bootstrapper?.identity;
  const lacking = bootstrapper ? rightsLacking(bootstrapper, access) : [];
  return cluster.rbac.bindings.flatMap((binding) => {
    const permission = rightOf(binding.value, access);
    if (!permission) return [];
    const isNobody = lacking.includes(permission) && isForNobody(binding.value, identities);
    return binding.value.subjects.flatMap((subject) => {
      const miss = missOf(subject, identities) ?? (isNobody ? 'nobody' : undefined);
      return miss ? [{ binding, subject, permission, miss, meant: meantBy(subject, miss, identity), identity }] : [];
    });
  });
}

const rights: readonly Permission[] = [createCsr, approvals.nodeclient];

/** The rights that a kubelet whose identity is known gets by no binding. */
function rightsLacking(bootstrapper: Bootstrapper, access: RbacAccess): readonly Permission[] {
  if (!bootstrapper.identity) return [];
  return rights.filter((right) => access.grants(right, (subject) => mayBe(bootstrapper, subject)).length === 0);
}

function identitiesIn(cluster: Cluster): readonly TokenIdentity[] {
  const tokens = tokensInView(cluster).map(({ identity }) => identity);
  return [...tokens, ...cluster.kubelets.flatMap((kubelet) => bootstrapIdentityOf(cluster, kubelet) ?? [])];
}

function rightOf(binding: RoleBindingObject, access: RbacAccess): Permission | undefined {
  if (binding.templated || isAdministrative(binding, access)) return undefined;
  return rights.find((permission) => access.grant(binding, permission) === 'yes');
}

const ROLE_NAME = /^system:(?:node-bootstrapper$|certificates\.k8s\.io:certificatesigningrequests:)/;
const TOKEN_USER = /^system:bootstrap:[a-z0-9]{6}$/;

/** What the name alone gives away, unless a token file makes it true. */
function missOf(subject: RbacSubject, identities: readonly TokenIdentity[]): Miss | undefined {
  const { kind, name } = subject;
  if (identities.some((identity) => isSubject(identity, subject) === 'yes')) return undefined;
  if (kind.value !== 'User' && kind.value !== 'Group') return undefined;
  if (ROLE_NAME.test(name.value)) return 'role';
  const group = name.value.split(':').slice(0, 2).join(':');
  if (kind.value === 'User') return group === BOOTSTRAPPERS ? 'groupAsUser' : undefined;
  if (TOKEN_USER.test(name.value)) return 'userAsGroup';
  return group.startsWith('system:boot') && group !== BOOTSTRAPPERS ? 'typo' : undefined;
}

function isForNobody({ subjects }: RoleBindingObject, identities: readonly TokenIdentity[]): boolean {
  return subjects.every(
    (subject) =>
      subject.kind.value !== 'ServiceAccount' &&
      mayBootstrap(subject) &&
      identities.every((identity) => isSubject(identity, subject) === 'no'),
  );
}

function meantBy({ name }: RbacSubject, miss: Miss, identity: TokenIdentity | undefined): SubjectName {
  if (miss === 'groupAsUser') return { kind: 'Group', name: name.value };
  if (miss === 'userAsGroup') return { kind: 'User', name: name.value };
  if (identity) return nameOfIdentity(identity);
  const [, , ...rest] = name.value.split(':');
  return miss === 'typo' ? { kind: 'Group', name: [BOOTSTRAPPERS, ...rest].join(':') } : everyToken;
}
