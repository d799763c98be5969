import type { BindingData, ClusterRoleSpan, PolicyRuleData, RbacData, SubjectData } from './data';
import { minorOf, releaseOf, type Release } from './release';
import type { Releases } from './releases';

/** A ClusterRole that kube-apiserver creates by itself. */
export interface BuiltinRole {
  readonly name: string;
  readonly rules: readonly PolicyRuleData[];
  /** Only the rules about certificates are listed. */
  readonly excerpt: boolean;
  /** The role exists only while this gate of kube-apiserver is on. */
  readonly onlyWithGate?: string;
}

/** When a name is that of a built-in ClusterRole. */
export interface BuiltinRoleLife {
  /** `unknown`: no release has a built-in role of this name among those that matter here. */
  readonly state: 'present' | 'removed' | 'not-yet' | 'unknown';
  readonly since?: Release;
  readonly removedIn?: Release;
  readonly onlyWithGate?: string;
}

/** A ClusterRoleBinding that kube-apiserver or kubeadm creates by itself. */
export interface BuiltinBinding {
  readonly name: string;
  readonly roleRef: string;
  readonly subjects: readonly SubjectData[];
}

/** RBAC objects about nodes and certificates that exist without anybody writing them, from the bootstrap policy of each release. */
export interface BuiltinRbac {
  /** The role as the release creates it; undefined when it does not. */
  readonly role: (name: string, release: Release) => BuiltinRole | undefined;
  readonly roleLife: (name: string, release: Release) => BuiltinRoleLife;
  readonly roles: (release: Release) => readonly BuiltinRole[];
  /** None of them lets a node bootstrap or renew: those bindings are the operator's, or kubeadm's. */
  readonly bindings: (release: Release) => readonly BuiltinBinding[];
  /** The bindings `kubeadm init` adds, as far as they let nodes bootstrap and renew. */
  readonly kubeadmBindings: (release: Release) => readonly BuiltinBinding[];
}

export function createBuiltinRbac(data: RbacData, releases: Releases): BuiltinRbac {
  const minorAt = (release: Release): number => minorOf(releases.clamp(release));
  const spans = (name: string): readonly ClusterRoleSpan[] =>
    Object.hasOwn(data.clusterRoles, name) ? (data.clusterRoles[name] ?? []) : [];
  const role = (name: string, release: Release): BuiltinRole | undefined => {
    const span = spans(name).find(({ from, to }) => from <= minorAt(release) && minorAt(release) <= to);
    return span && builtinRole(name, span);
  };
  return {
    role,
    roleLife: (name, release) => roleLife(spans(name), minorAt(release), minorOf(releases.newest)),
    roles: (release) => Object.keys(data.clusterRoles).flatMap((name) => role(name, release) ?? []),
    bindings: (release) => bindingsAt(data.bindings, minorAt(release)),
    kubeadmBindings: (release) => bindingsAt(data.kubeadmBindings, minorAt(release)),
  };
}

function builtinRole(name: string, span: ClusterRoleSpan): BuiltinRole {
  return {
    name,
    rules: span.rules,
    excerpt: span.excerpt === true,
    ...(span.onlyWithGate !== undefined && { onlyWithGate: span.onlyWithGate }),
  };
}

function roleLife(spans: readonly ClusterRoleSpan[], minor: number, newest: number): BuiltinRoleLife {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return { state: 'unknown' };
  return {
    state: minor < first.from ? 'not-yet' : minor > last.to ? 'removed' : 'present',
    since: releaseOf(first.from),
    ...(last.to < newest && { removedIn: releaseOf(last.to + 1) }),
    ...(first.onlyWithGate !== undefined && { onlyWithGate: first.onlyWithGate }),
  };
}

function bindingsAt(bindings: readonly BindingData[], minor: number): BuiltinBinding[] {
  return bindings.flatMap(({ name, roleRef, spans }) => {
    const span = spans.find(({ from, to }) => from <= minor && minor <= to);
    return span ? [{ name, roleRef, subjects: span.subjects }] : [];
  });
}
