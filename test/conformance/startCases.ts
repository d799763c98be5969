import { simulate } from '../../src/core/flow/simulate';
import { startFailure } from '../../src/core/flow/start/startFailure';
import { tokenFileFailure } from '../../src/core/flow/start/tokenFileFailure';
import { clusterOf } from './play';
import { readRecording } from './recording';
import { unitOf, type SetupFile } from './setupToCluster';

/** One recorded start of one program (14-flags). */
export interface StartCase {
  readonly component: 'kubelet' | 'kube-controller-manager' | 'kube-apiserver';
  readonly args: readonly string[];
  readonly exitCode: number | string;
  readonly lines: readonly { readonly level?: string; readonly message: string }[];
  readonly note?: string;
}

/** Returns the recorded starts, in their order. */
export function startCases(): readonly StartCase[] {
  return (readRecording('14-flags') as { readonly runs: readonly StartCase[] }).runs;
}

/** Returns the last words of a start: undefined when the program ran on, empty when it ended and no line was kept. */
export function recordedEnd({ exitCode, lines }: StartCase): string | undefined {
  if (typeof exitCode !== 'number') return undefined;
  return (
    lines.find(({ level, message }) => level === 'fatal' || message.startsWith('Error: '))?.message ??
    lines.at(-1)?.message ??
    ''
  ).replace(CONTEXT_SHOWN, '');
}

/** What configuration files held that were not kept, as the notes and the last words say. */
const CONFIGURATIONS: Readonly<Record<string, unknown>> = {
  'string for bool': { rotateCertificates: 'true' },
  'experimental field name': { serverTLSBootstrap: 'yes' },
  'same, rotateCertificates: true': { rotateCertificates: true },
  'feature gate in config off + serverTLSBootstrap': {
    serverTLSBootstrap: true,
    featureGates: { RotateKubeletServerCertificate: false },
  },
  'unknown gate in config': { featureGates: { NoSuchGate: true } },
  'client gate false in config + rotateCertificates': {
    rotateCertificates: true,
    featureGates: { RotateKubeletClientCertificate: false },
  },
};

const CLUSTER = { 'certificate-authority-data': 'bm8gUEVN', server: 'https://127.0.0.1:1' };

const CONTEXT = { cluster: 'c', user: 'u' };

/** What bootstrap kubeconfigs lacked that were not kept, as the notes say. */
const KUBECONFIGS: Readonly<Record<string, unknown>> = {
  'bootstrap kubeconfig has no current-context': { contexts: [{ name: 'c', context: CONTEXT }] },
  'certificate-authority-data is not PEM': {
    clusters: [{ name: 'c', cluster: CLUSTER }],
    contexts: [{ name: 'c', context: CONTEXT }],
    'current-context': 'c',
    users: [{ name: 'u', user: { token: '07401b.f395accd246ae52d' } }],
  },
};

/** Why a start is not played, by its last words or its note. */
const UNPLAYED: readonly (readonly [RegExp, string])[] = [
  [/^bootstrap kubeconfig is (?:empty|not valid YAML)/, 'a file that is no kubeconfig is not read as one'],
  [/ unable to read certificate-authority /, 'whether a CA file is on the node no file says'],
  [/^mkdir /, 'folders of the node are not played'],
  [
    /^unknown tls version |^Error: invalid port value |^Error: \[service-account-issuer/,
    'flags that have nothing to do with bootstrapping',
  ],
  [/is not in the list of known controllers$/, 'all controllers of kube-controller-manager are known for 1.20 only'],
  [/^Error: token file /, 'a file of one short row is not taken for a token file'],
];

/** Returns why a start is not played; undefined when it is. */
export function unplayedReason(start: StartCase): string | undefined {
  const texts = [recordedEnd(start) ?? '', start.note ?? ''];
  return UNPLAYED.find(([pattern]) => texts.some((text) => pattern.test(text)))?.[1];
}

/** Returns the last words that the simulation has for a start; undefined when it goes on. */
export function simulatedEnd(start: StartCase): string | undefined {
  const cluster = clusterOf(filesOf(start));
  if (start.component !== 'kubelet') {
    const component = [...cluster.controllerManagers, ...cluster.apiServers][0];
    return ((component && startFailure(component, '1.20')) ?? tokenFileFailure(cluster, true))?.message;
  }
  const nothingThere = KUBECONFIGS[start.note ?? ''] === undefined && { bootstrapKubeconfigLasts: -1 };
  const apiServerDown = [{ from: 0, to: Infinity }];
  const { events } = simulate(cluster, { id: '14-flags', view: 'complete', until: 3, apiServerDown, ...nothingThere });
  return events.find(({ actor, details }) => actor === 'kubelet' && details.level === 'fatal')?.message;
}

/** Up to 1.22 the decoder also shows what stood around the value; what that is depends on the whole file. */
const CONTEXT_SHOWN = /, error found in #\d+ byte of .*$/;

function filesOf({ component, args, note = '' }: StartCase): readonly SetupFile[] {
  const files: SetupFile[] = [{ path: `${component}.service`, text: unitOf(component, args) }];
  const [, rows] = /^token file content: '(.*)'$/.exec(note) ?? [];
  if (rows !== undefined) files.push({ path: valueOf(args, '--token-auth-file='), text: rows.replaceAll('\\n', '\n') });
  if (component !== 'kubelet') return files;
  const configuration = { apiVersion: 'kubelet.config.k8s.io/v1beta1', kind: 'KubeletConfiguration' };
  const kubeconfig = KUBECONFIGS[note];
  if (kubeconfig !== undefined) {
    const text = JSON.stringify(Object.assign({ apiVersion: 'v1', kind: 'Config' }, kubeconfig));
    files.push({ path: valueOf(args, '--bootstrap-kubeconfig='), text });
  }
  if (valueOf(args, '--config=').startsWith('/nonexistent')) return files;
  return [...files, { path: 'config.yaml', text: JSON.stringify(Object.assign(configuration, CONFIGURATIONS[note])) }];
}

function valueOf(args: readonly string[], prefix: string): string {
  return args.findLast((flag) => flag.startsWith(prefix))?.slice(prefix.length) ?? '';
}
