import type { Cluster } from '../cluster/cluster';
import { DAY } from '../flow/scenarioRun';
import type { Timeline, TimelineCertificate } from '../flow/timeline';
import type { Kubernetes } from '../kubernetes/kubernetes';
import { rules } from '../lint/rules/index';
import type { Draft, RuleContext } from '../lint/rule';
import type { Message } from '../messages/message';
import type { Condition } from './condition';

/** A condition that does not hold, in a sentence; with the finding that says so when a rule was asked. */
export interface Unmet {
  readonly message: Message;
  readonly finding: { readonly rule: string; readonly path: string; readonly message: Message } | undefined;
}

/** What conditions are asked of. */
export interface Evidence {
  readonly cluster: Cluster;
  readonly timeline: Timeline;
  readonly kubernetes: Kubernetes;
}

/** Returns which components no file runs any more: a cluster without them is not repaired. */
export function missingComponents({ kubelets, apiServers, controllerManagers }: Cluster): readonly Unmet[] {
  const inView = { kubelet: kubelets, 'kube-apiserver': apiServers, 'kube-controller-manager': controllerManagers };
  return Object.entries(inView).flatMap(([component, found]) =>
    found.length > 0 ? [] : [unmet('component', { component })],
  );
}

/** Returns the first place that is no YAML: kubectl goes no further there, and whoever wrote it takes it for read. */
export function brokenYaml(evidence: Evidence): readonly Unmet[] {
  return drafts('yaml-syntax', evidence).slice(0, 1).map(asUnmet('yaml-syntax'));
}

/** Returns why a condition does not hold; nothing when it does. */
export function unmetIn(condition: Condition, evidence: Evidence): readonly Unmet[] {
  switch (condition.type) {
    case 'ready-on-day':
      return isReadyAt(evidence.timeline, condition.day * DAY)
        ? []
        : [unmet('ready-on-day', { day: String(condition.day) })];
    case 'renewed':
      return hasRenewed(evidence.timeline) ? [] : [unmet('renewed')];
    case 'serving-certificate':
      return evidence.timeline.certificates.some(({ purpose }) => purpose === 'serving')
        ? []
        : [unmet('serving-certificate')];
    case 'client-certificates-live':
      return lifetimes(condition, issued(evidence.timeline));
    case 'quiet':
      return drafts(condition.rule, evidence).slice(0, 1).map(asUnmet(condition.rule));
  }
}

function unmet(id: string, params: Readonly<Record<string, string>> = {}): Unmet {
  return { message: { id: `lab.unmet.${id}`, params }, finding: undefined };
}

function isReadyAt({ node }: Timeline, t: number): boolean {
  return node.findLast((state) => state.t <= t)?.ready === 'True';
}

/** A request made with the node's own certificate is a renewal; one made with a token is a first request. */
function hasRenewed({ csrs }: Timeline): boolean {
  return csrs.some(
    ({ issued: signed, usages, username }) =>
      signed && usages.includes('client auth') && username.startsWith('system:node:'),
  );
}

/** The certificates of the kubelet's own client identity. */
function issued({ certificates }: Timeline): readonly TimelineCertificate[] {
  return certificates.filter(({ purpose }) => purpose === 'client');
}

/** Without any certificate nothing is said: that the node is not Ready says it. */
function lifetimes(
  { atLeast = 0, atMost = Infinity }: Extract<Condition, { type: 'client-certificates-live' }>,
  certificates: readonly TimelineCertificate[],
): readonly Unmet[] {
  const days = certificates.map(({ notBefore, notAfter }) => (notAfter - notBefore) / DAY);
  if (days.some((life) => life > atMost)) return [unmet('live-too-long', { days: String(atMost) })];
  if (days.some((life) => life < atLeast)) return [unmet('live-too-short', { days: String(atLeast) })];
  return [];
}

/** Asks one rule, past all silencing. */
function drafts(id: string, { cluster, kubernetes }: Evidence): readonly Draft[] {
  const rule = rules.find((one) => one.id === id);
  const context: RuleContext = { cluster, kubernetes, now: undefined };
  if (rule?.scope === 'cluster') return [...rule.check(cluster, context)];
  if (rule?.scope === 'file') return cluster.files.flatMap((file) => [...rule.check(file, context)]);
  throw new Error(`No rule ${id} looks at files.`);
}

function asUnmet(rule: string): (draft: Draft) => Unmet {
  return ({ path, message, params = {} }) => ({
    message: { id: 'lab.unmet.quiet', params: { rule, path } },
    finding: { rule, path, message: { id: `${rule}.${message}`, params } },
  });
}
