import type { Cluster } from '../../../cluster/cluster';
import { createCsr, RbacAccess } from '../../../cluster/rbacAccess';
import type { RbacSubject } from '../../../documents/rbacObject';
import type { TextEdit } from '../../../text/edit';
import { evidenceOfBootstrapping } from '../../bootstrapping';
import { bootstrapperIn, mayBe, type SubjectName } from '../../bootstrapper';
import { misdirectedBindings, type Misdirected } from '../../misdirected';
import { replaceText } from '../../replaceText';
import type { ClusterRule, Draft, DraftFix, RuleContext } from '../../rule';

export const rule: ClusterRule = {
  id: 'bootstrap-subject-unknown',
  group: 'B',
  severity: 'warning',
  scope: 'cluster',
  lifeCycle: false,
  step: 'authorize-create',
  messages: {
    role: '{name} is a ClusterRole: as a subject it is nobody, and a node that bootstraps gets nothing from this binding.',
    groupAsUser: '{name} is a group and this names a user: a node that bootstraps gets nothing from this binding.',
    userAsGroup: '{name} is a user and this names a group: a node that bootstraps gets nothing from this binding.',
    typo: 'No bootstrap token is in a group {name}: a node that bootstraps gets nothing from this binding.',
    nobody: 'No token in view is {kind} {name}: this kubelet bootstraps as {user} and gets nothing from this binding.',
    identity: 'Its token makes it {user}.',
    name: 'Name {kind} {name}',
  },
  check: (cluster, context) => (evidenceOfBootstrapping(cluster) ? checkBindings(cluster, context) : []),
};

function checkBindings(cluster: Cluster, { kubernetes }: RuleContext): readonly Draft[] {
  const access = new RbacAccess(cluster.rbac, kubernetes, cluster.target.release);
  const all = misdirectedBindings(cluster, access);
  const missed = new Set(all.map(({ subject }) => subject));
  const bootstrapper = bootstrapperIn(cluster);
  const mayAsk =
    !bootstrapper ||
    access.grants(createCsr, (subject) => !missed.has(subject) && mayBe(bootstrapper, subject)).length > 0;
  return all.map((misdirected) => draftOf(misdirected, cluster, mayAsk));
}

/** An error when for want of the right the kubelet is answered 403; otherwise its request waits for a person. */
function draftOf(misdirected: Misdirected, cluster: Cluster, mayAsk: boolean): Draft {
  const { binding, subject, miss, identity, permission } = misdirected;
  const user = identity?.user ?? '';
  return {
    path: binding.path,
    range: subject.name.range,
    message: miss,
    params: { kind: subject.kind.value, name: subject.name.value, user },
    severity: permission === createCsr && !mayAsk ? 'error' : 'warning',
    step: permission === createCsr ? 'authorize-create' : 'approve',
    related: identity ? [{ ...identity.origin, message: 'identity', params: { user } }] : [],
    fixes: nameMeant(misdirected, cluster),
  };
}

/** Who was meant is a guess, and a right goes with it. */
function nameMeant({ binding: { path }, subject, meant }: Misdirected, cluster: Cluster): readonly DraftFix[] {
  if (subject.kind.value === '' || subject.name.value === '') return [];
  const kind = replaceKind(cluster, path, subject, meant.kind);
  const name = replaceText(cluster, path, subject.name, meant.name);
  return kind && name ? [{ title: 'name', params: meant, safe: false, edits: [...kind, ...name] }] : [];
}

/** In a kubectl command the kind is the name of the option in front: `--user=…` or `--group=…`. */
function replaceKind(
  cluster: Cluster,
  path: string,
  { kind, name }: RbacSubject,
  meant: SubjectName['kind'],
): readonly TextEdit[] | undefined {
  if (kind.value === meant || kind.range.start !== name.range.start) return replaceText(cluster, path, kind, meant);
  const text = cluster.files.find(({ source }) => source.path === path)?.source.text.slice(0, name.range.start) ?? '';
  const [, option = '', rest = ''] = /--(user|group)([= ]["']?)$/.exec(text) ?? [];
  const end = name.range.start - rest.length;
  return option === ''
    ? undefined
    : [{ path, range: { start: end - option.length, end }, newText: meant.toLowerCase() }];
}
