import { approvesServing } from '../cluster/csrRecognisers';
import { minorOf, type Release } from '../kubernetes/release';

/** How the programs of one release behave, where releases differ. Sources: the rows of the fact base named beside each field. */
export interface Behaviour {
  /** The flag that names the bootstrap kubeconfig; later releases took the older name as well (flags.json). */
  readonly bootstrapFlag: '--experimental-bootstrap-kubeconfig' | '--bootstrap-kubeconfig';
  /** The kubelet bootstraps while it runs when rotation is on (boot.async). */
  readonly backgroundBootstrap: boolean;
  /** The blocking bootstrap names its request after key and subject (boot.csrname). */
  readonly digestCsrName: boolean;
  /** An existing kubeconfig is never looked into (boot.skip.exists). */
  readonly skipsWhenKubeconfigExists: boolean;
  /** The kubeconfig is used only with --require-kubeconfig or --api-servers (boot.require). */
  readonly needsRequireKubeconfig: boolean;
  /** The first certificate goes into `kubelet-client-TIMESTAMP.pem` (boot.files.pem). */
  readonly firstCertificateInPem: boolean;
  /** The key of a blocking bootstrap waits in `kubelet-client.key.tmp` (boot.tmpkey). */
  readonly temporaryKey: boolean;
  /** The blocking bootstrap first polls `/healthz` for a minute (boot.waitserver). */
  readonly waitsForServer: boolean;
  /** What turns client rotation on (rot.switch). */
  readonly clientRotation: 'none' | 'gate' | 'flag-and-gate' | 'flag';
  /** What makes the kubelet ask for a serving certificate (serving.gate, serving.config). */
  readonly servingBootstrap: 'none' | 'gate' | 'setting-and-gate';
  /** csrapproving approves serving requests (approve.server, approve.server.removed). */
  readonly approvesServing: boolean;
  /** What approves client requests (approve.group, approve.sar). */
  readonly clientApproval: 'group-flag' | 'subject-access-review';
  /** The kubelet closes its connections once it has a new certificate (rot.17, rot.18). */
  readonly closesConnections: boolean;
  /** Renewals are sent with a client of the kubeconfig's own, not over the kubelet's connections (rot.requests). */
  readonly requestsWithKubeconfig: boolean;
  /** That client keeps its connection, and looks for another certificate in the file every five minutes (rot.requests). */
  readonly keepsRequestConnection: boolean;
  /** What a running kubelet does without a valid certificate (rot.exit). */
  readonly exitWithoutCertificate: 'never' | 'at-expiry' | 'after-five-minutes';
  /** Requests name their signer (boot.signer). */
  readonly signerName: boolean;
  /** Requests with elliptic keys leave out key encipherment (boot.usages). */
  readonly shortUsages: boolean;
  /** Names and addresses of a serving request are those of the node's status (serving.sans). */
  readonly servingNamesFromStatus: boolean;
  /** A serving request needs an IP address (serving.needip). */
  readonly servingNeedsAddress: boolean;
  /** csrcleaner deletes old requests (clean.times, clean.none, clean.perm). */
  readonly cleanerDeletes: boolean;
  /** csrcleaner also deletes approved requests that were never issued (clean.times). */
  readonly cleanerDeletesUnissued: boolean;
  /** Seconds the blocking bootstrap waits for its certificate (boot.sync). */
  readonly bootstrapWait: number;
  /**
   * Seconds each request of the certificate manager waits (rot.wait). Before 1.14 likely only: four watches of one to four
   * minutes with pauses from 1.10 on, an hour before that.
   */
  readonly requestWait: number;
  /** Seconds between attempts once the back-off is used up (rot.backoff). */
  readonly retryInterval: number;
  /** RBAC binds group system:nodes to role system:node; later the Node authorizer does its work (rbac.json system:node). */
  readonly nodeBindingForGroup: boolean;
  /** Seconds without heartbeat until a node is NotReady (recorded for 1.20; kubernetes/kubernetes #126287 for 1.32). */
  readonly nodeMonitorGrace: number;
  /** Where certificates go when --cert-dir is not set (flags.json cert-dir). */
  readonly certificateDirectory: string;
}

/** Returns the behaviour of a release; releases outside 1.4–1.36 are answered like the nearest. */
export function behaviourOf(release: Release): Behaviour {
  const minor = minorOf(release);
  return { approvesServing: approvesServing(release), ...kubeletOf(minor), ...controlPlaneOf(minor) };
}

type OfControlPlane =
  'clientApproval' | 'cleanerDeletes' | 'cleanerDeletesUnissued' | 'nodeMonitorGrace' | 'nodeBindingForGroup';

function kubeletOf(minor: number): Omit<Behaviour, OfControlPlane | 'approvesServing'> {
  return {
    bootstrapFlag: minor <= 6 ? '--experimental-bootstrap-kubeconfig' : '--bootstrap-kubeconfig',
    backgroundBootstrap: minor >= 14,
    digestCsrName: minor >= 7,
    skipsWhenKubeconfigExists: minor <= 8,
    needsRequireKubeconfig: minor <= 7,
    firstCertificateInPem: minor >= 11,
    temporaryKey: minor >= 12,
    waitsForServer: minor >= 12,
    clientRotation: minor <= 6 ? 'none' : minor === 7 ? 'gate' : minor <= 18 ? 'flag-and-gate' : 'flag',
    servingBootstrap: minor <= 6 ? 'none' : minor <= 10 ? 'gate' : 'setting-and-gate',
    closesConnections: minor >= 8,
    requestsWithKubeconfig: minor >= 14,
    keepsRequestConnection: minor >= 18,
    exitWithoutCertificate: minor <= 8 ? 'never' : minor === 9 ? 'at-expiry' : 'after-five-minutes',
    signerName: minor >= 18,
    shortUsages: minor >= 27,
    servingNamesFromStatus: minor >= 12,
    servingNeedsAddress: minor >= 31,
    bootstrapWait: 3600,
    requestWait: minor >= 14 ? 900 : minor >= 10 ? 742 : 3600,
    retryInterval: minor <= 8 ? 128 : 32,
    certificateDirectory: minor <= 8 ? '/var/run/kubernetes' : '/var/lib/kubelet/pki',
  };
}

function controlPlaneOf(minor: number): Pick<Behaviour, OfControlPlane> {
  return {
    clientApproval: minor <= 6 ? 'group-flag' : 'subject-access-review',
    cleanerDeletes: minor >= 10,
    cleanerDeletesUnissued: minor >= 35,
    nodeBindingForGroup: minor <= 7,
    nodeMonitorGrace: minor <= 31 ? 40 : 50,
  };
}
