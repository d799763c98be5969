import type { Release } from '../kubernetes/release';
import type { Method } from './kubeApiserver/requestAttributes';

/**
 * Something a person does to the running cluster. `csr` means the newest request of that purpose; what is done to a kubelet
 * is done on the first machine unless another is named.
 */
export type Operation = Deed & { readonly machine?: string };

type Deed =
  | { readonly t: number; readonly type: 'approve-csr' | 'deny-csr' | 'delete-csr'; readonly csr: 'client' | 'serving' }
  | { readonly t: number; readonly type: 'stop-kubelet' }
  /** The controller manager is started again with a key to sign with. */
  | { readonly t: number; readonly type: 'give-signing-key' }
  /** A certificate made by hand takes the place of the kubelet's. Times are seconds since the first start. */
  | {
      readonly t: number;
      readonly type: 'replace-client-certificate';
      readonly file: string;
      readonly notBefore: number;
      readonly notAfter: number;
    }
  | { readonly t: number; readonly type: 'start-kubelet'; readonly bootstrapKubeconfig: boolean }
  /** Stopped and started at once, as `systemctl restart` does. A node that is off stays off. */
  | { readonly t: number; readonly type: 'restart-kubelet' }
  | { readonly t: number; readonly type: 'power-off' | 'power-on' }
  | { readonly t: number; readonly type: 'delete-file'; readonly file: DeletableFile };

/** A file of the node that somebody deletes; the client certificate is what `kubelet-client-current.pem` leads to. */
export type DeletableFile = 'bootstrap-kubeconfig' | 'kubeconfig' | 'client-certificate';

/** A span of time in seconds since the first start; `to` is no more part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Upgrade {
  readonly t: number;
  readonly release: Release;
}

/** A ClusterRoleBinding of a built-in role that is there, or is not, whatever the files say. */
export interface BindingChange {
  /** The resource that the role lets one create. */
  readonly resource: string;
  readonly role: string;
  /** Whom it is bound to. */
  readonly group: string;
  readonly isPresent: boolean;
}

/** Something asked of kube-apiserver by hand, with credentials of the play: the first machine's, none, or those of system:masters. */
export interface RequestByHand {
  readonly t: number;
  readonly as: 'node' | 'bootstrap-token' | 'nobody' | 'admin';
  readonly method: Method;
  /** As in the API: `/api/v1/nodes/node-1`. */
  readonly path: string;
  readonly body?: RequestBody;
}

/** What of a request's body counts. */
export interface RequestBody {
  /** Name of the object to be created. */
  readonly name?: string;
  /** Keys of the labels that it changes. */
  readonly labels?: readonly string[];
  readonly taints?: boolean;
  readonly csr?: {
    readonly commonName: string;
    readonly organizations: readonly string[];
    readonly dnsNames?: readonly string[];
    readonly ipAddresses?: readonly string[];
    readonly signerName: string;
    readonly usages: readonly string[];
  };
  readonly approval?: { readonly type: 'Approved' | 'Denied'; readonly reason: string; readonly message: string };
}

/** A kubelet that is played beside the first, over the same control plane, with files of its own. */
export interface FurtherKubelet {
  /** Tells its machine from the others in everything that happens there. */
  readonly machine: string;
  /** When it is started first, in seconds after the first kubelet. */
  readonly startsAfter: number;
  /** The first kubelet's when undefined: then both share one Node object. */
  readonly nodeName?: string;
  readonly nodeAddress: string;
  /** Which of the kubelets in view, by number; the first when undefined. */
  readonly kubelet?: number;
  readonly jitterSeed?: number;
}

/** What a bootstrap token stands for. */
export interface Identity {
  readonly username: string;
  readonly groups: readonly string[];
}

/** What the node's kubeconfig holds before the first start. Times are seconds since that start. */
export interface ExistingKubeconfig {
  /** `current-pem`: it names the certificate manager's symlink, as a bootstrapped kubelet's does. */
  readonly style: 'files' | 'embedded' | 'current-pem';
  readonly notBefore: number;
  readonly notAfter: number;
}

/** One way to play a cluster: how long, who helps, what goes wrong. Everything left out is the usual case. */
export interface ScenarioRun {
  readonly id: string;
  /** How long to play, in seconds. */
  readonly until?: number;
  /** The first start of the kubelet, in milliseconds of Unix time; names of certificate files come from it. */
  readonly startsAt?: number;
  /** Where in a certificate's life the kubelet renews it: 0.7 to 0.9. */
  readonly rotationFraction?: number;
  /** Draws that place from 0.7 to 0.9 anew for each certificate; the same seed gives the same draws. */
  readonly jitterSeed?: number;
  /** The same for each certificate in turn; those after the last use `rotationFraction`. */
  readonly rotationFractions?: { readonly client?: readonly number[]; readonly serving?: readonly number[] };
  /**
   * What notices first that the client certificate has ended: usually the lease. Its renewals drift against the status updates,
   * by a random part of 0.4 s each time (the kubelet's lease controller, JitterUntil with 0.04).
   */
  readonly firstRefused?: 'lease' | 'status';
  readonly nodeName?: string;
  readonly nodeAddress?: string;
  /** False: nothing gives the nodes an IP address. */
  readonly nodesHaveAddress?: boolean;
  /** What tells the first kubelet's machine from others; its node's name when undefined. */
  readonly machine?: string;
  readonly furtherKubelets?: readonly FurtherKubelet[];
  /** Seconds after which a person approves a pending request; undefined when nobody ever does. */
  readonly approveAfter?: { readonly client?: number | undefined; readonly serving?: number | undefined };
  /** Seconds after which an approver of the operator's own approves a serving request; undefined when there is none. */
  readonly servingApproverAfter?: number | undefined;
  /** Whom the API server takes the bootstrap token for; `unknown` when it refuses it. Undefined: read it in the files. */
  readonly bootstrapToken?: Identity | 'unknown';
  /** Seconds until the bootstrap token expires; undefined when it never does. */
  readonly bootstrapTokenLasts?: number;
  /** Seconds until the bootstrap kubeconfig is deleted, as kubeadm does after a join; undefined when it stays. */
  readonly bootstrapKubeconfigLasts?: number;
  /**
   * The API server cannot be reached, or shows a certificate of another CA than the kubeconfig's, or of a CA that was made
   * anew under the same name.
   */
  readonly apiServerFault?: 'down' | 'other-ca' | 'renewed-ca';
  /** When that begins, in seconds; from the start on when undefined. */
  readonly apiServerFaultFrom?: number;
  /** When nothing answers at the API server's address, besides `apiServerFault`; the control plane's controllers wait, too. */
  readonly apiServerDown?: readonly Span[];
  /** Seconds by which a clock is ahead of the true time; negative when it is behind. */
  readonly clockAhead?: { readonly node?: number; readonly controlPlane?: number };
  /** The control plane is started again at these releases, with the same flags. */
  readonly upgrades?: readonly Upgrade[];
  /** Values of flags (with their dashes), fields and gates in place of what the files say. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly bindings?: readonly BindingChange[];
  /** The common name of the cluster CA. */
  readonly caName?: string;
  /** False when the API server does not trust the CA that signs (--client-ca-file). */
  readonly signingCaTrusted?: boolean;
  /** `complete`: an RBAC object, flag or component that is not in view does not exist. */
  readonly view?: 'complete' | 'partial';
  /** Seconds until the service manager starts an exited kubelet again; undefined when it never does. */
  readonly restartAfter?: number;
  /** How often the service manager starts it again before the story ends. */
  readonly restarts?: number;
  readonly existingKubeconfig?: ExistingKubeconfig;
  readonly operations?: readonly Operation[];
  readonly requests?: readonly RequestByHand[];
  /** Names of Node objects that are there although no kubelet of the play reports under them. */
  readonly existingNodes?: readonly string[];
  /** The longest list of events; the story stops there and says so. */
  readonly maxEvents?: number;
}

export const DAY = 86_400;

/** How a reader's own files are played: nobody approves by hand, and systemd starts an exited kubelet again. */
export const workspaceRun: ScenarioRun = { id: 'workspace', restartAfter: 10 };

/** 2026-01-01T00:00:00Z, in milliseconds. */
const DEFAULT_START = Date.UTC(2026, 0, 1);

/** A run with everything filled in that has a usual value. */
export type ResolvedRun = ScenarioRun &
  Required<
    Pick<
      ScenarioRun,
      | 'until'
      | 'startsAt'
      | 'rotationFraction'
      | 'nodeAddress'
      | 'nodesHaveAddress'
      | 'caName'
      | 'view'
      | 'restarts'
      | 'operations'
      | 'maxEvents'
      | 'furtherKubelets'
    >
  >;

/** Returns the run with the usual values for what it leaves out; the rotation fraction is kept within 0.7 and 0.9. */
export function resolveRun(run: ScenarioRun): ResolvedRun {
  return {
    ...run,
    until: run.until ?? 800 * DAY,
    startsAt: run.startsAt ?? DEFAULT_START,
    rotationFraction: Math.min(Math.max(run.rotationFraction ?? 0.8, 0.7), 0.9),
    nodeAddress: run.nodeAddress ?? '10.77.1.1',
    nodesHaveAddress: run.nodesHaveAddress ?? true,
    caName: run.caName ?? 'kubernetes-ca',
    view: run.view ?? 'partial',
    restarts: run.restarts ?? 2,
    operations: run.operations ?? [],
    furtherKubelets: run.furtherKubelets ?? [],
    maxEvents: run.maxEvents ?? 5000,
  };
}
