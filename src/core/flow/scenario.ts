import type { Release } from '../kubernetes/release';
import type { Message } from '../messages/message';
import type { FlowStepId } from './flowStep';
import type { ScenarioRun } from './scenarioRun';

/** A small cluster as files, and how to play it. Evidence in its timeline points into these files. */
export interface Scenario {
  /** Public and stable; the name of the scenario's file. */
  readonly id: string;
  readonly title: Message;
  readonly teaches: Message;
  /** What would have helped; undefined when nothing is broken. */
  readonly repair: Message | undefined;
  readonly release: Release;
  /** First and last of the releases around its own in which it takes the same kinds of steps and ends the same way. */
  readonly era: readonly [Release, Release];
  /** Where it stops: its first step that waits or fails; missing when none does. */
  readonly stops?: FlowStepId;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly run: Omit<ScenarioRun, 'id'>;
}

type ScenarioParts = Omit<Scenario, 'title' | 'teaches' | 'repair'>;

/** Returns a scenario in which nothing is broken, with title and teaching named after its id. */
export function scenario(parts: ScenarioParts): Scenario {
  return { title: text(parts, 'title'), teaches: text(parts, 'teaches'), repair: undefined, ...parts };
}

/** Returns a scenario in which something is broken and can be repaired. */
export function brokenScenario(parts: ScenarioParts): Scenario {
  return { ...scenario(parts), repair: text(parts, 'repair') };
}

function text({ id }: ScenarioParts, what: 'title' | 'teaches' | 'repair'): Message {
  return { id: `flow.scenario.${id}.${what}`, params: {} };
}

/** A ClusterRoleBinding with one subject. */
export interface ShortBinding {
  readonly name: string;
  readonly role: string;
  readonly kind: 'User' | 'Group';
  readonly subject: string;
}

/** Returns a YAML file of ClusterRoleBindings. */
export function bindingsFile(apiVersion: string, bindings: readonly ShortBinding[]): string {
  const documents = bindings.map(({ name, role, kind, subject }) =>
    [
      `apiVersion: rbac.authorization.k8s.io/${apiVersion}`,
      'kind: ClusterRoleBinding',
      'metadata:',
      `  name: ${name}`,
      'subjects:',
      `- kind: ${kind}`,
      `  name: ${subject}`,
      '  apiGroup: rbac.authorization.k8s.io',
      'roleRef:',
      '  kind: ClusterRole',
      `  name: ${role}`,
      '  apiGroup: rbac.authorization.k8s.io',
      '',
    ].join('\n'),
  );
  return documents.join('---\n');
}

const REQUESTS = 'system:certificates.k8s.io:certificatesigningrequests';

/** The three bindings of every guide: ask, get the first certificate, renew. */
export const usualBindings = {
  ask: { name: 'kubelet-bootstrap', role: 'system:node-bootstrapper', kind: 'Group', subject: 'system:bootstrappers' },
  first: {
    name: 'node-client-auto-approve-csr',
    role: `${REQUESTS}:nodeclient`,
    kind: 'Group',
    subject: 'system:bootstrappers',
  },
  renew: {
    name: 'node-client-auto-renew-crt',
    role: `${REQUESTS}:selfnodeclient`,
    kind: 'Group',
    subject: 'system:nodes',
  },
} as const;
