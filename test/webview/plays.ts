import type { HeldThing } from '../../src/core/flow/held/heldThing';
import type { HeldItem, LifeLine, Play, PlayActor, PlayEvidence, PlayStep } from '../../src/core/flow/play';
import type { FlowStepId } from '../../src/core/flow/flowStep';
import type { Message } from '../../src/core/messages/message';

export const DAY = 86_400;

/** A message whose id is its text: catalogues that lack it show it as it stands. */
export function words(text: string): Message {
  return { id: text, params: {} };
}

type Sketch = readonly [
  step: FlowStepId,
  t: number,
  from: PlayActor,
  to: PlayActor,
  label: string,
  sentence: string,
  more?: Partial<Pick<PlayStep, 'output' | 'result' | 'evidence' | 'assumed'>> & {
    readonly holds?: readonly SketchedItem[];
  },
];

/** Something held, as a test names it: shown as a link from `name` to `value`. */
export interface SketchedItem extends Omit<HeldItem, 'thing'> {
  readonly value: string;
}

export function held(actor: PlayActor, name: string, value: string, change: HeldItem['change'] = 'new'): SketchedItem {
  return { actor, name, value, change };
}

const written = (setting: string, value: string | undefined, path: string): PlayEvidence => ({
  setting,
  value,
  origin: { path, range: { start: 0, end: 10 } },
});

/** Items are carried on from step to step; what a step names again replaces them. */
function carriedOn(before: readonly SketchedItem[], now: readonly SketchedItem[]): SketchedItem[] {
  const old = before.filter(({ change }) => change !== 'gone').map((item) => ({ ...item, change: 'same' as const }));
  const key = ({ actor, name }: SketchedItem): string => `${actor}/${name}`;
  const kept = old.map((item) => now.find((one) => key(one) === key(item)) ?? item);
  return [...kept, ...now.filter((item) => !old.some((one) => key(one) === key(item)))];
}

function stepsOf(sketches: readonly Sketch[]): Pick<Play, 'steps' | 'things'> {
  let holds: SketchedItem[] = [];
  const things: HeldThing[] = [];
  const steps = sketches.map(([step, t, from, to, label, sentence, more = {}]) => {
    holds = carriedOn(holds, more.holds ?? []);
    return {
      step,
      t,
      from,
      to,
      label: words(label),
      sentence: words(sentence),
      output: more.output ?? '',
      result: more.result ?? 'ok',
      holds: holds.map(({ actor, name, value, change }) => {
        const thing = things.push({ kind: 'symlink', path: name, target: value }) - 1;
        return { actor, name, thing, change };
      }),
      evidence: more.evidence ?? [],
      assumed: more.assumed ?? false,
    };
  });
  return { steps, things };
}

const ids: Readonly<Record<PlayActor, string>> = {
  kubelet: 'k',
  files: 'f',
  'kube-apiserver': 'a',
  RBAC: 'r',
  'kube-controller-manager': 'c',
};

function diagramOf(steps: readonly PlayStep[]): string {
  const actors = Object.entries(ids).map(([actor, id]) => `participant ${id} as ${actor}`);
  const arrows = steps.map(({ from, to, label, result }) => {
    const arrow = result === 'fails' ? '-x' : '->>';
    return `${ids[from]}${arrow}${ids[to]}: ${label.id.replace(/[^\w ./-]/g, '')}`;
  });
  return ['sequenceDiagram', ...actors, ...arrows].join('\n');
}

export function playOfSketches(
  scenario: string,
  title: string,
  sketches: readonly Sketch[],
  rest: { lifeLine: LifeLine; outcome: Play['outcome']; assumptions?: readonly Message[] },
): Play {
  const { steps, things } = stepsOf(sketches);
  const { lifeLine, outcome, assumptions = [] } = rest;
  return {
    scenario,
    title: words(title),
    release: '1.20',
    startsAt: Date.UTC(2026, 0, 1),
    machines: [],
    steps,
    things,
    diagram: diagramOf(steps),
    lifeLine,
    outcome,
    assumptions,
  };
}

const bootstrap: readonly Sketch[] = [
  [
    'kubelet-start',
    0,
    'kubelet',
    'files',
    'looks for a kubeconfig',
    'The kubelet starts, finds no kubeconfig, and turns to the bootstrap kubeconfig.',
    {
      output: 'Using bootstrap kubeconfig to generate TLS client cert, key and kubeconfig file',
      evidence: [
        written('--bootstrap-kubeconfig', '/etc/kubernetes/bootstrap.kubeconfig', 'kubelet/kubelet.env'),
        written('--kubeconfig', '/etc/kubernetes/kubelet.kubeconfig', 'kubelet/kubelet.env'),
      ],
      holds: [held('files', 'bootstrap.kubeconfig', 'server address, CA, bootstrap token')],
    },
  ],
  [
    'bootstrap-credentials',
    0.4,
    'files',
    'kubelet',
    'token and CA',
    'From it the kubelet takes the bootstrap token, its only credential so far.',
    {
      holds: [
        held('kubelet', 'bootstrap token', 'user kubelet-bootstrap'),
        held('kubelet', 'private key', 'made just now'),
      ],
    },
  ],
  [
    'create-csr',
    0.5,
    'kubelet',
    'kube-apiserver',
    'CREATE CertificateSigningRequest',
    'The kubelet asks kube-apiserver for a client certificate as system:node:node-4.',
    { output: 'Waiting for client certificate to be issued' },
  ],
  [
    'authorize-create',
    0.5,
    'kube-apiserver',
    'RBAC',
    'may it create requests?',
    'RBAC finds a binding of kubelet-bootstrap to system:node-bootstrapper and lets the request in.',
    {
      evidence: [written('ClusterRoleBinding kubelet-bootstrap', 'system:node-bootstrapper', 'rbac/bindings.yaml')],
      holds: [held('kube-apiserver', 'CertificateSigningRequest', 'node-csr-kDBG: Pending')],
    },
  ],
  [
    'approve',
    0.5,
    'kube-controller-manager',
    'kube-apiserver',
    'approves',
    'The controller csrapproving of kube-controller-manager approves it, for the nodeclient role is bound.',
    {
      output: 'Auto approving kubelet client certificate after SubjectAccessReview.',
      evidence: [written('ClusterRoleBinding auto-approve', 'nodeclient', 'rbac/bindings.yaml')],
      holds: [held('kube-apiserver', 'CertificateSigningRequest', 'node-csr-kDBG: Approved', 'changed')],
    },
  ],
  [
    'sign',
    0.5,
    'kube-controller-manager',
    'kube-apiserver',
    'signs for 365 days',
    'The controller csrsigning signs a certificate that is valid for one year.',
    {
      evidence: [{ setting: '--cluster-signing-duration', value: '8760h', origin: undefined }],
      assumed: true,
      holds: [held('kube-apiserver', 'CertificateSigningRequest', 'node-csr-kDBG: Approved, Issued', 'changed')],
    },
  ],
  [
    'store-certificate',
    0.6,
    'kubelet',
    'files',
    'kubelet-client-current.pem',
    'The kubelet stores certificate and key, and points its kubeconfig at them.',
    {
      holds: [
        held('files', 'kubelet-client-current.pem', 'CN system:node:node-4, until day 365'),
        held('files', 'kubelet.kubeconfig', 'points at kubelet-client-current.pem'),
        held('kubelet', 'client certificate', 'system:node:node-4, group system:nodes'),
        held('kubelet', 'bootstrap token', 'no longer used', 'gone'),
      ],
    },
  ],
  [
    'register-node',
    6.2,
    'kubelet',
    'kube-apiserver',
    'CREATE Node node-4',
    'With its certificate the kubelet registers the node.',
    { output: 'Successfully registered node node-4', holds: [held('kube-apiserver', 'Node node-4', 'NotReady')] },
  ],
  [
    'node-ready',
    16.2,
    'kubelet',
    'kube-apiserver',
    'Ready is True',
    'The kubelet reports that the node is Ready: pods can be placed on it.',
    { holds: [held('kube-apiserver', 'Node node-4', 'Ready', 'changed')] },
  ],
];

const YEAR = 365 * DAY;

/** The headline: bootstraps well, never renews, and drops out after a year. */
export const noRotation: Play = playOfSketches(
  'no-rotation',
  'A cluster without rotation',
  [
    ...bootstrap,
    [
      'expire',
      YEAR,
      'kubelet',
      'kube-apiserver',
      'renews its lease with an expired certificate',
      'The certificate ends; kube-apiserver no longer knows who the kubelet is and refuses everything.',
      {
        result: 'fails',
        output:
          'failed to update lease, error: Unauthorized\nError updating node status, will retry: error getting node "node-4": Unauthorized',
        evidence: [{ setting: '--rotate-certificates', value: undefined, origin: undefined }],
        holds: [held('kubelet', 'client certificate', 'expired', 'changed')],
      },
    ],
    [
      'node-not-ready',
      YEAR + 40,
      'kube-controller-manager',
      'kube-apiserver',
      'Ready is Unknown',
      'Forty seconds without a lease: the node is NotReady, and so is every other node of that day.',
      { result: 'fails', holds: [held('kube-apiserver', 'Node node-4', 'NotReady (Unknown)', 'changed')] },
    ],
  ],
  {
    lifeLine: {
      end: YEAR * 1.08,
      bars: [
        {
          name: 'kubelet-client-2026-01-01-00-00-00.pem',
          purpose: 'client',
          notBefore: -300,
          notAfter: YEAR,
          rotationAt: undefined,
        },
        { name: 'kubelet.crt', purpose: 'self-signed', notBefore: 0, notAfter: YEAR, rotationAt: undefined },
      ],
      node: [
        { t: 0, ready: 'none' },
        { t: 6.2, ready: 'False' },
        { t: 16.2, ready: 'True' },
        { t: YEAR + 40, ready: 'Unknown' },
      ],
    },
    outcome: {
      sentence: words('Ready for 365 days, then NotReady: nothing renews the certificate.'),
      ok: false,
      isKnown: true,
      t: YEAR,
    },
    assumptions: [
      words('kube-controller-manager runs with --cluster-signing-duration=8760h0m0s, the default.'),
      words('The bootstrap token in bootstrap.kubeconfig is the one that kube-apiserver knows.'),
    ],
  },
);

const ROTATION = 292 * DAY;

/** Rotation on: the second certificate comes before the first one ends. */
export const renewing: Play = playOfSketches(
  'renewing',
  'A cluster that renews',
  [
    ...bootstrap,
    [
      'rotate',
      ROTATION,
      'kubelet',
      'kube-apiserver',
      'CREATE CertificateSigningRequest',
      'After four fifths of its life the kubelet asks for the next certificate, with the one it has.',
      { output: 'Rotating certificates', evidence: [written('--rotate-certificates', 'true', 'kubelet/kubelet.env')] },
    ],
    [
      'renewal-approve',
      ROTATION,
      'kube-controller-manager',
      'kube-apiserver',
      'approves',
      'csrapproving approves, for selfnodeclient is bound to system:nodes.',
      { output: 'Auto approving self kubelet client certificate after SubjectAccessReview.' },
    ],
    [
      'renewal-sign',
      ROTATION,
      'kube-controller-manager',
      'kube-apiserver',
      'signs for 365 days',
      'csrsigning signs the next certificate.',
    ],
    [
      'switch-certificate',
      ROTATION + 1,
      'kubelet',
      'files',
      'kubelet-client-current.pem',
      'The kubelet stores it and closes its connections, so the new one is used at once.',
      {
        output: 'certificate rotation detected, shutting down client connections to start using new credentials',
        holds: [held('kubelet', 'client certificate', 'the next one, until day 657', 'changed')],
      },
    ],
  ],
  {
    lifeLine: {
      end: 420 * DAY,
      bars: [
        { name: 'first', purpose: 'client', notBefore: -300, notAfter: YEAR, rotationAt: ROTATION },
        {
          name: 'second',
          purpose: 'client',
          notBefore: ROTATION - 300,
          notAfter: ROTATION + YEAR,
          rotationAt: 584 * DAY,
        },
      ],
      node: [
        { t: 0, ready: 'none' },
        { t: 16.2, ready: 'True' },
      ],
    },
    outcome: { sentence: words('Ready, and renewing its certificate by itself.'), ok: true, isKnown: true, t: 16.2 },
  },
);

/** Stops at once: nobody lets the bootstrap user create requests. */
export const forbidden: Play = playOfSketches(
  'forbidden',
  'The binding is missing',
  [
    ...bootstrap.slice(0, 3),
    [
      'authorize-create',
      0.5,
      'kube-apiserver',
      'RBAC',
      'may it create requests?',
      'RBAC knows no binding that lets kubelet-bootstrap create CertificateSigningRequests: 403, and the kubelet exits.',
      {
        result: 'fails',
        output:
          'failed to run Kubelet: cannot create certificate signing request: certificatesigningrequests.certificates.k8s.io is forbidden: User "kubelet-bootstrap" cannot create resource "certificatesigningrequests" in API group "certificates.k8s.io" at the cluster scope',
      },
    ],
    [
      'approve',
      30,
      'kube-controller-manager',
      'kube-apiserver',
      'sees no request',
      'Nothing to approve: the request never came in.',
      { result: 'waits' },
    ],
  ],
  {
    lifeLine: { end: 60, bars: [], node: [{ t: 0, ready: 'none' }] },
    outcome: {
      sentence: words('The kubelet exits: it may not ask for a certificate.'),
      ok: false,
      isKnown: true,
      t: 0.5,
    },
  },
);
